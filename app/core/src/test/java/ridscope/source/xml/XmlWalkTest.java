package ridscope.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.job.CancelledException;
import ridscope.job.Feedback;

class XmlWalkTest {

    /** What was heard, one line an event, and what was wrong. */
    private static List<String> walk(String text) throws IOException {
        return walk(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> walk(InputStream in) throws IOException {
        List<String> heard = new ArrayList<>();
        XmlFragments fragments = new XmlFragments(in, "t");
        XmlWalk walk = new XmlWalk(Feedback.NONE);
        while (fragments.next()) {
            Optional<String> damage = walk.walk(fragments, recorder(heard));
            damage.ifPresent(d -> heard.add("! " + d));
        }
        return heard;
    }

    private static XmlHandler recorder(List<String> heard) {
        return new XmlHandler() {
            @Override
            public void start(String name, Attributes attributes) {
                heard.add("<" + name + attributes.get("a").map(a -> " " + a).orElse(""));
            }

            @Override
            public void end(String name, String text) {
                heard.add(">" + name + (text.isEmpty() ? "" : " " + text));
            }
        };
    }

    @Test
    void elementsAttributesAndTextsAreHeardInOrder() throws IOException {
        assertThat(walk("<?xml version='1.0'?>\n<t a='1'> x <u a=\"&lt;2>\"/> <v>\n y &amp; <![CDATA[<z>]]> </v></t>"))
                .containsExactly("<t 1", "<u <2>", ">u", "<v", ">v y & <z>", ">t");
    }

    @Test
    void whatStandsAroundTheElementsIsNotXmlToUs() throws IOException {
        assertThat(walk("""
                        $ don't parse < this > or "that
                        <!DOCTYPE t SYSTEM "t.dtd">
                        <tt/><t a='1'/> & then <t a='2'><t a='3'></t></t><t
                        a='4'
                        >
                        </t> <t""")).containsExactly("<t 1", ">t", "<t 2", "<t 3", ">t", ">t", "<t 4", ">t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<t>", "<t a='1' ", "<t><u a=", "<t>text", "<t><u></u", "<t></t"})
    void anElementThatIsCutIsCalledSo(String text) throws IOException {
        List<String> heard = walk("line 1\nline 2\n" + text);
        assertThat(heard.get(heard.size() - 1)).isEqualTo("! breaks off in line 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<t><u></v></t>",
                "<t><u a=1/></t>",
                "<t>\u0001</t>",
                "<t>&nbsp;</t>",
                "<t a='&nbsp;'/>",
                "<t <u/></t>"
            })
    void whatIsNoXmlIsCalledSoAndTheNextElementIsRead(String text) throws IOException {
        List<String> heard = walk("\n" + text + "\n<t a='next'/>");
        assertThat(heard).contains("! is no well-formed XML from line 2 on");
        assertThat(heard).endsWith("<t next", ">t");
    }

    /** A billion laughs: ten levels of entities, each ten times the one below. */
    @Test
    void entitiesAreNeitherDeclaredNorExpanded() throws IOException {
        StringBuilder text = new StringBuilder("<!DOCTYPE t [<!ENTITY l0 \"lol\">");
        for (int level = 1; level < 10; level++) {
            text.append("<!ENTITY l").append(level).append(" \"");
            text.append(("&l" + (level - 1) + ";").repeat(10)).append("\">");
        }
        assertThat(walk(text + "]><t>&l9;</t>")).noneMatch(h -> h.contains("lol"));
        assertThat(walk(text + "]><t a='&l9;'/>")).noneMatch(h -> h.contains("lol"));
        assertThat(walk("<t><!DOCTYPE t [<!ENTITY e \"lol\">]>&e;</t>")).noneMatch(h -> h.contains("lol"));
    }

    @Test
    void nothingIsLoadedFromElsewhere(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret words");
        String entity = "<!DOCTYPE t [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        assertThat(walk(entity + "<t>&e;</t>")).noneMatch(h -> h.contains("secret"));
        assertThat(walk("<t xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include parse='text' href='" + secret.toUri()
                        + "'/></t>"))
                .noneMatch(h -> h.contains("secret words"));
    }

    @Test
    void aTagOfTenMegabytesEndsTheReading() throws IOException {
        assertThat(walk("<t>\n<u a='" + "x".repeat(10 << 20) + "'/></t><t a='2'/>"))
                .containsExactly("<t", "! has a tag or a text of more than 1048576 characters in line 2");
        assertThat(walk("<t>\n<u>" + "x".repeat(10 << 20) + "</u></t>"))
                .last()
                .isEqualTo("! has a tag or a text of more than 1048576 characters in line 2");
    }

    @Test
    void ofALongTextTheBeginningIsKeptAndALongAttributeIsLeftOut() throws IOException {
        List<String> heard = walk("<t a='" + "x".repeat(70_000) + "'>" + "y".repeat(70_000) + "</t>");
        assertThat(heard.get(0)).isEqualTo("<t");
        assertThat(heard.get(1)).hasSize(">t ".length() + 65_536);
    }

    @Test
    void nestingHasALimit() throws IOException {
        assertThat(walk("<t>" + "<u>".repeat(200) + "</u>".repeat(200) + "</t>"))
                .hasSize(402);
        List<String> heard = walk("<t>" + "<u>".repeat(100_000));
        assertThat(heard).hasSize(257);
        assertThat(heard.get(256)).isEqualTo("! is nested more than 256 levels deep in line 1");
    }

    @Test
    void elementsWithoutEndTakeNoMemory() throws IOException {
        InputStream endless = new InputStream() {
            private final byte[] pattern = "<u/>\n".getBytes(StandardCharsets.UTF_8);
            private int at;

            @Override
            public int read() {
                return at < 3 ? "<t>".charAt(at++) : pattern[(at++ - 3) % pattern.length];
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    bytes[offset + i] = (byte) read();
                }
                return length;
            }
        };
        XmlFragments fragments = new XmlFragments(endless, "t");
        assertThat(fragments.next()).isTrue();
        int[] count = new int[1];
        XmlHandler counter = new XmlHandler() {
            @Override
            public void start(String name, Attributes attributes) {
                count[0]++;
            }

            @Override
            public void end(String name, String text) {}
        };
        assertThat(new XmlWalk(Feedback.NONE).walk(fragments, counter))
                .hasValueSatisfying(d -> assertThat(d).startsWith("has more than 3000000 elements"));
        assertThat(count[0]).isEqualTo(3_000_001);
    }

    @Test
    void readingCanBeCancelled() throws IOException {
        Feedback cancelled = new Feedback() {
            @Override
            public boolean cancelled() {
                return true;
            }

            @Override
            public void progress(long done, long total) {}

            @Override
            public void note(String text) {}
        };
        XmlFragments fragments =
                new XmlFragments(new ByteArrayInputStream("<t/>".getBytes(StandardCharsets.UTF_8)), "t");
        assertThat(fragments.next()).isTrue();
        assertThatThrownBy(() -> new XmlWalk(cancelled).walk(fragments, recorder(new ArrayList<>())))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void aFailureOfTheInputIsNoFaultOfTheXml() {
        InputStream failing = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at < 3) {
                    return "<t>".charAt(at++);
                }
                throw new IOException("disk on fire");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                bytes[from] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> walk(failing)).isInstanceOf(IOException.class).hasMessage("disk on fire");
    }

    @Test
    void randomDamageNeverBreaksTheWalk() throws IOException {
        String sound = "<t a='1'><u a=\"2\">text &amp; more</u><!-- c --><v/><![CDATA[x]]></t>".repeat(3);
        Random random = new Random(11);
        for (int round = 0; round < 1000; round++) {
            StringBuilder text = new StringBuilder(sound);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, "<>&'\"/!-]\u0000t=".charAt(random.nextInt(12)));
                    case 1 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(9)));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(9))));
                }
            }
            assertThat(walk(text.toString())).hasSizeLessThan(200);
        }
    }
}
