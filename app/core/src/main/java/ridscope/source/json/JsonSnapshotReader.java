package ridscope.source.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.Content;
import ridscope.source.Head;
import ridscope.source.Recognition;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotReader;
import ridscope.source.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Reads RIDscope's own snapshots. The result has {@link ridscope.host.Provenance#thisMachine()} false: what was once this
 * machine is a saved picture of it now.
 */
public final class JsonSnapshotReader implements SnapshotReader {

    /** Stateless. */
    public JsonSnapshotReader() {}

    @Override
    public String kind() {
        return "json";
    }

    @Override
    public Recognition recognise(Head head) {
        String text = new String(head.bytes(), StandardCharsets.ISO_8859_1);
        int start = 0;
        while (start < text.length() && "\u00ef\u00bb\u00bf \t\r\n".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        if (head.directory() || head.binary() || !text.startsWith("{", start)) {
            return Recognition.NO;
        }
        return text.contains('"' + SnapshotFormat.SCHEMA + '"')
                ? new Recognition(100, "RIDscope snapshot (JSON)")
                : new Recognition(5, "JSON text");
    }

    @Override
    public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        try (InputStream stream = Content.open(source, feedback);
                JsonParser parser = SnapshotFormat.JSON.createParser(ObjectReadContext.empty(), stream)) {
            return List.of(new SnapshotParser(parser, feedback).snapshot());
        } catch (NewerVersionException e) {
            throw new SnapshotException(source.named() + " " + e.getMessage(), e);
        } catch (MalformedException e) {
            throw new SnapshotException(source.named() + " is not a valid snapshot: " + e.getMessage() + ".", e);
        } catch (JacksonIOException e) {
            throw Content.unreadable(source.named(), e.getCause());
        } catch (UnexpectedEndOfInputException e) {
            throw new SnapshotException(
                    source.named() + " is broken JSON: " + at(e)
                            + "it ends in the middle; it was probably cut while it was copied.",
                    e);
        } catch (StreamConstraintsException e) {
            throw new SnapshotException(source.named() + " is no snapshot of ours: " + at(e) + "absurd sizes.", e);
        } catch (JacksonException e) {
            throw new SnapshotException(
                    source.named() + " is broken JSON: " + at(e) + oneSentence(e.getOriginalMessage()) + ".", e);
        } catch (IOException e) {
            throw Content.unreadable(source.named(), e);
        }
    }

    /** The parser's own words, without line ends and its full stop. */
    private static String oneSentence(String message) {
        String line = String.valueOf(message).lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ": ";
    }
}
