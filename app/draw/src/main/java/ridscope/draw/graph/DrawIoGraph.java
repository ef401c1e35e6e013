package ridscope.draw.graph;

import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.paint.Decimals;
import ridscope.draw.paint.Palette;
import ridscope.draw.svg.XmlText;

/**
 * A laid-out topology as mxGraph XML, uncompressed, for draw.io: shapes where the picture has them, those inside a frame moving with
 * it, and connectors that stay with their shapes. Texts are plain, never HTML.
 */
public final class DrawIoGraph {

    private static final double SMALL = 10;

    private final Palette palette;
    private final Shapes shapes;
    private final Texts texts;
    private final List<Connections.Connection> connections;
    private final StringBuilder out = new StringBuilder();

    private DrawIoGraph(Diagram diagram, Palette palette) {
        this.palette = palette;
        shapes = new Shapes(diagram);
        connections = new Connections(diagram, shapes).all();
        texts = new Texts(diagram, shapes, connections);
    }

    /** The whole file. The same diagram and palette give the same text. */
    public static String xml(Diagram diagram, Palette palette) {
        return new DrawIoGraph(diagram, palette).file(diagram);
    }

    private String file(Diagram diagram) {
        out.append("<mxfile host=\"ridscope\">\n<diagram");
        attribute("id", diagram.name());
        attribute("name", diagram.title());
        out.append(">\n<mxGraphModel grid=\"0\" page=\"0\"");
        attribute("background", palette.color(Role.SURFACE).hex());
        out.append(">\n<root>\n<mxCell id=\"0\"/>\n<mxCell id=\"1\" parent=\"0\"/>\n");
        shapes.inOrder().forEach(this::shape);
        connections.forEach(this::connection);
        texts.loose().forEach(this::text);
        out.append("</root>\n</mxGraphModel>\n</diagram>\n</mxfile>\n");
        return out.toString();
    }

    private void shape(Mark mark) {
        String id = mark.id().value();
        String title = mark instanceof Mark.Box box ? box.title() : ((Mark.Span) mark).title();
        String text = mark instanceof Mark.Span span ? span.text() : texts.on(List.of(id));
        Optional<Mark> around = shapes.around(mark);
        out.append("<UserObject");
        attribute("id", id);
        attribute("label", text);
        if (!title.isEmpty()) {
            attribute("tooltip", html(title));
        }
        out.append(">\n<mxCell");
        attribute("style", style(mark));
        attribute("vertex", "1");
        attribute("parent", around.map(a -> a.id().value()).orElse("1"));
        out.append('>');
        Rect bounds = mark.bounds();
        Rect origin = around.map(Mark::bounds).orElse(new Rect(0, 0, 0, 0));
        geometry(bounds.moved(-origin.x(), -origin.y()));
        out.append("</mxCell>\n</UserObject>\n");
    }

    private String style(Mark mark) {
        Role line = mark instanceof Mark.Box box ? box.stripe().orElse(box.role()) : mark.role();
        Ink ink = mark instanceof Mark.Box box ? box.ink() : ((Mark.Span) mark).ink();
        StringBuilder style = new StringBuilder();
        boolean stack = mark instanceof Mark.Span;
        boolean frame = Shapes.container(mark);
        style.append(stack ? "shape=cube;size=4;" : "rounded=1;arcSize=6;");
        style.append("html=0;whiteSpace=wrap;align=left;spacingLeft=6;verticalAlign=")
                .append(frame ? "top;" : "middle;");
        if (frame) {
            style.append("container=1;collapsible=0;");
        }
        if (ink == Ink.DASHED) {
            style.append("dashed=1;");
        }
        colour(style, "fillColor", palette.fill(mark.role()).hex());
        colour(style, "strokeColor", palette.color(line).hex());
        colour(style, "fontColor", palette.text(frame ? Role.MUTED : Role.TEXT).hex());
        number(style, "fontSize", texts.size(mark.id().value(), SMALL));
        return style.toString();
    }

    private void connection(Connections.Connection connection) {
        Optional<Mark.Wire> wire = connection.wire();
        StringBuilder style = new StringBuilder("edgeStyle=orthogonalEdgeStyle;rounded=0;html=0;endArrow=none;");
        Role role = wire.map(Mark.Wire::role).orElse(Role.LINK);
        colour(style, "strokeColor", palette.color(role).hex());
        number(style, "strokeWidth", wire.map(Mark.Wire::thickness).orElse(1.0));
        colour(
                style,
                "fontColor",
                palette.text(role == Role.CONFLICT ? role : Role.MUTED).hex());
        colour(style, "labelBackgroundColor", palette.color(Role.SURFACE).hex());
        number(style, "fontSize", SMALL);
        end(style, "exit", 1, connection.from());
        end(style, "entry", 0, connection.to());
        out.append("<mxCell");
        attribute("id", connection.id());
        attribute("value", texts.on(connection.labels()));
        attribute("style", style.toString());
        attribute("edge", "1");
        attribute("parent", "1");
        attribute("source", connection.from().shape().id().value());
        attribute("target", connection.to().shape().id().value());
        out.append("><mxGeometry relative=\"1\" as=\"geometry\"/></mxCell>\n");
    }

    /** Where on the left (0) or right (1) edge, from 0 at the top to 1. */
    private static void end(StringBuilder style, String name, int x, Connections.End end) {
        Rect bounds = end.shape().bounds();
        Point point = end.point();
        double y = bounds.height() == 0 ? 0.5 : (point.y() - bounds.y()) / bounds.height();
        number(style, name + "X", x);
        number(style, name + "Y", Math.max(0, Math.min(1, y)));
        number(style, name + "Perimeter", 0);
    }

    private void text(Mark.Label label) {
        StringBuilder style =
                new StringBuilder("text;html=0;align=left;verticalAlign=middle;fillColor=none;strokeColor=none;");
        colour(style, "fontColor", palette.text(label.role()).hex());
        number(style, "fontSize", label.style().size());
        out.append("<mxCell");
        attribute("id", label.id().value());
        attribute("value", label.text());
        attribute("style", style.toString());
        attribute("vertex", "1");
        attribute("parent", "1");
        out.append('>');
        geometry(label.bounds());
        out.append("</mxCell>\n");
    }

    private void geometry(Rect bounds) {
        out.append("<mxGeometry");
        coordinate("x", bounds.x());
        coordinate("y", bounds.y());
        coordinate("width", bounds.width());
        coordinate("height", bounds.height());
        out.append(" as=\"geometry\"/>");
    }

    private void coordinate(String name, double value) {
        out.append(' ').append(name).append("=\"");
        Decimals.shortest(out, value);
        out.append('"');
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        XmlText.append(out, value);
        out.append('"');
    }

    private static void colour(StringBuilder style, String name, String value) {
        style.append(name).append('=').append(value).append(';');
    }

    private static void number(StringBuilder style, String name, double value) {
        style.append(name).append('=');
        Decimals.shortest(style, value);
        style.append(';');
    }

    /** draw.io shows tooltips as HTML whatever the shape's text is. */
    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
