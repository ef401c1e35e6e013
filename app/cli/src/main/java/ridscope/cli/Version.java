package ridscope.cli;

import java.util.ResourceBundle;
import picocli.CommandLine;

/** The version that the build wrote down. */
final class Version implements CommandLine.IVersionProvider {

    /** Made by picocli. */
    Version() {}

    /** {@code ridscope 0.1.0}. */
    static String text() {
        return "ridscope " + ResourceBundle.getBundle("ridscope.cli.version").getString("version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }
}
