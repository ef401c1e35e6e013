package ridscope.cli;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import ridscope.file.WholeFile;
import ridscope.report.ModelJson;

/** The tables that {@code export} writes, and the model. */
final class TableExport implements ExportKind {

    @Override
    public List<String> endings() {
        return List.of("json");
    }

    @Override
    public Set<String> options(String ending) {
        return Set.of();
    }

    @Override
    public Writing prepare(String ending) {
        return (topology, names, file) -> WholeFile.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            ModelJson.write(topology, names, writer);
            writer.flush();
        });
    }
}
