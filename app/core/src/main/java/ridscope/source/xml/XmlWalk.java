package ridscope.source.xml;

import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ridscope.job.Feedback;
import ridscope.source.Limits;

/**
 * Goes through one fragment with the JDK's pull parser. Knows no document types and no entities but the five of XML itself;
 * depth, elements and texts are bounded, so that memory and time are.
 */
public final class XmlWalk {

    static final int DEEPEST = 256;
    static final int MOST_ELEMENTS = 3_000_000;

    private final XMLInputFactory factory = factory();
    private final Feedback feedback;
    private final StringBuilder text = new StringBuilder();
    private int elements;

    /** For one source: its bounds are for all fragments together. */
    public XmlWalk(Feedback feedback) {
        this.feedback = feedback;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is loaded from elsewhere");
        });
        return factory;
    }

    /**
     * Walks the present fragment. What is sound before damage has reached the handler.
     *
     * @return what is wrong with it, to follow its name: {@code breaks off in line 17}; empty if nothing
     * @throws IOException if the input fails
     */
    public Optional<String> walk(XmlFragments fragments, XmlHandler handler) throws IOException {
        int line = fragments.startLine();
        try {
            XMLStreamReader in = factory.createXMLStreamReader(fragments.reader());
            try {
                int depth = 0;
                while (in.hasNext()) {
                    int event = in.next();
                    line = line(fragments, in.getLocation());
                    depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                    Optional<String> excess = excess(depth);
                    if (excess.isPresent()) {
                        return Optional.of(excess.get() + " in line " + line);
                    }
                    hand(in, event, handler);
                    depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
                }
            } finally {
                in.close();
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException failure) {
                throw failure;
            }
            return Optional.of(damage(fragments, e.getLocation() == null ? line : line(fragments, e.getLocation())));
        }
    }

    private static int line(XmlFragments fragments, Location location) {
        return fragments.startLine() + Math.max(0, location.getLineNumber() - 1);
    }

    private static String damage(XmlFragments fragments, int line) {
        if (fragments.oversized()) {
            return "has a tag or a text of more than " + XmlFragments.LONGEST + " characters in line " + line;
        }
        return fragments.cut() ? "breaks off in line " + line : "is no well-formed XML from line " + line + " on";
    }

    private Optional<String> excess(int depth) {
        if (elements > MOST_ELEMENTS) {
            return Optional.of("has more than " + MOST_ELEMENTS + " elements");
        }
        return depth > DEEPEST ? Optional.of("is nested more than " + DEEPEST + " levels deep") : Optional.empty();
    }

    private void hand(XMLStreamReader in, int event, XmlHandler handler) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (elements++ % 4096 == 0) {
                    feedback.checkCancelled();
                }
                text.setLength(0);
                handler.start(in.getLocalName(), name -> attribute(in, name));
            }
            case XMLStreamConstants.END_ELEMENT -> {
                handler.end(in.getLocalName(), text.toString().strip());
                text.setLength(0);
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> collect(in);
            default -> {
                // Comments, instructions and unknown entities say nothing.
            }
        }
    }

    private static Optional<String> attribute(XMLStreamReader in, String name) {
        return Optional.ofNullable(in.getAttributeValue(null, name)).filter(value -> value.length() <= Limits.TEXT);
    }

    private void collect(XMLStreamReader in) {
        int room = Limits.TEXT - text.length();
        if (room > 0) {
            text.append(in.getTextCharacters(), in.getTextStart(), Math.min(room, in.getTextLength()));
        }
    }
}
