package ridscope.desktop.export;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Window;

/** Puts a picture on one sheet of a printer's paper, as large as it fits. On the drawing thread. */
public final class PicturePrinter {

    /** Pixels of a picture for each point of paper, 72 to the inch: 300 to the inch. */
    private static final double SHARPNESS = 300 / 72.0;

    private final PrinterJob job;
    private final PageLayout page;

    private PicturePrinter(PrinterJob job, PageLayout page) {
        this.job = job;
        this.page = page;
    }

    /** Whether this machine has a printer at all. */
    public static boolean any() {
        return Printer.getDefaultPrinter() != null;
    }

    /**
     * Asks the user for printer and paper.
     *
     * @param wide whether the paper should lie
     * @return empty if the user does not want to
     */
    public static Optional<PicturePrinter> ask(Window owner, boolean wide) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            return Optional.empty();
        }
        PageLayout usual = job.getJobSettings().getPageLayout();
        PageOrientation way = wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
        job.getJobSettings()
                .setPageLayout(job.getPrinter().createPageLayout(usual.getPaper(), way, Printer.MarginType.DEFAULT));
        if (!job.showPrintDialog(owner)) {
            job.cancelJob();
            return Optional.empty();
        }
        return Optional.of(new PicturePrinter(job, job.getJobSettings().getPageLayout()));
    }

    /** How wide the picture should be made. */
    public int pixels() {
        return (int) Math.round(page.getPrintableWidth() * SHARPNESS);
    }

    /**
     * Prints.
     *
     * @return whether the printer took it
     */
    public boolean print(byte[] png) {
        ImageView view = new ImageView(new Image(new ByteArrayInputStream(png)));
        view.setPreserveRatio(true);
        view.setFitWidth(page.getPrintableWidth());
        view.setFitHeight(page.getPrintableHeight());
        return job.printPage(page, view) && job.endJob();
    }
}
