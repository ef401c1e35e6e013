package ridscope.draw;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static ridscope.testing.HouseRules.mayImport;
import static ridscope.testing.HouseRules.onlyIn;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ridscope.testing.HouseRules;

/** Which package of draw may use what. */
@AnalyzeClasses(packages = "ridscope.draw", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String DIAGRAM = "ridscope.draw.diagram..";
    private static final String PAINT = "ridscope.draw.paint..";
    private static final String FONTS = "ridscope.draw.fonts..";

    @ArchTest
    static final ArchRule diagram = mayImport(DIAGRAM, "ridscope.rid");

    /** Of text how counts are written, the same in pictures as in sentences. */
    @ArchTest
    static final ArchRule layout = mayImport(
            "ridscope.draw.layout..",
            DIAGRAM,
            "ridscope.topology..",
            "ridscope.ridmap..",
            "ridscope.plan..",
            "ridscope.diff..",
            "ridscope.rules..",
            "ridscope.names..",
            "ridscope.host..",
            "ridscope.config..",
            "ridscope.rid",
            "ridscope.text");

    @ArchTest
    static final ArchRule paint = mayImport(PAINT, DIAGRAM);

    @ArchTest
    static final ArchRule fonts = mayImport(FONTS, DIAGRAM, "ridscope.draw.layout");

    @ArchTest
    static final ArchRule svg = mayImport("ridscope.draw.svg..", PAINT, FONTS, DIAGRAM);

    @ArchTest
    static final ArchRule text = mayImport("ridscope.draw.text..", PAINT, DIAGRAM);

    @ArchTest
    static final ArchRule pdf = mayImport("ridscope.draw.pdf..", PAINT, FONTS, DIAGRAM);

    @ArchTest
    static final ArchRule png = mayImport("ridscope.draw.png..", PAINT, FONTS, DIAGRAM);

    /** Of svg how text is escaped in XML. */
    @ArchTest
    static final ArchRule graph = mayImport("ridscope.draw.graph..", "ridscope.draw.svg", PAINT, DIAGRAM);

    @ArchTest
    static final ArchRule export = mayImport(
            "ridscope.draw.export..",
            "ridscope.file..",
            "ridscope.draw.layout",
            "ridscope.draw.svg",
            "ridscope.draw.png",
            "ridscope.draw.pdf",
            PAINT,
            FONTS,
            DIAGRAM,
            "ridscope.topology",
            "ridscope.ridmap",
            "ridscope.plan",
            "ridscope.enumerate",
            "ridscope.rules",
            "ridscope.names",
            "ridscope.host",
            "ridscope.job",
            "ridscope.config",
            "ridscope.rid");

    @ArchTest
    static final ArchRule noCycles = slices().matching("ridscope.draw.(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages in a cycle can only be understood together")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule awt = HouseRules.awtOnlyInPng();

    @ArchTest
    static final ArchRule pdfLibrary = onlyIn(
            new String[] {"ridscope.draw.pdf.."},
            new String[] {"org.apache.pdfbox..", "org.apache.fontbox.."},
            "a file format is the business of one surface");

    @ArchTest
    static final ArchRule json = onlyIn(
            new String[] {},
            new String[] {"tools.jackson..", "com.fasterxml.jackson.."},
            "JSON is read in source.json and written in report");

    @ArchTest
    static final ArchRule numbers = HouseRules.numbersAreParsedInOnePlace();

    @ArchTest
    static final ArchRule streams = HouseRules.standardStreamsOnlyIn(HouseRules.nobody());
}
