package ridscope.desktop.inspector;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ridscope.config.layout.RegisterLayouts;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.notes.NotesModel;
import ridscope.desktop.selection.SelectionModel;
import ridscope.draw.diagram.Target;

/**
 * What the inspector shows: a page about the selection, and which bytes of it are lit. Registers are decoded when first
 * asked for, so that walking through a list of functions costs only the overview. To be used from one thread only.
 */
public final class InspectorViewModel {

    /** Tab of the overview. */
    public static final String OVERVIEW = "overview";

    /** Tab of the register tree. */
    public static final String CAPABILITIES = "capabilities";

    /** Tab of the registers of both ends of a link. */
    public static final String LINK_ENDS = "link-ends";

    /** Tab of all bytes. */
    public static final String BYTES = "bytes";

    private final DocumentModel documents;
    private final SelectionModel selection;
    private final RegisterLayouts layouts;
    private final NotesModel notes;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page", Page.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<ByteSpan>> lit =
            new ReadOnlyObjectWrapper<>(this, "lit", Optional.empty());
    private final ObjectProperty<String> tab = new SimpleObjectProperty<>(this, "tab", OVERVIEW);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private Optional<List<RegisterNode>> decoded = Optional.empty();

    public InspectorViewModel(
            DocumentModel documents, SelectionModel selection, RegisterLayouts layouts, NotesModel notes) {
        this.documents = documents;
        this.selection = selection;
        this.layouts = layouts;
        this.notes = notes;
        documents.follow(document -> refresh());
        selection.follow(target -> refresh());
        notes.changesProperty().addListener((observable, before, now) -> {
            if (selection.get().isEmpty()) {
                refresh();
            }
        });
    }

    private void refresh() {
        decoded = Optional.empty();
        lit.set(Optional.empty());
        page.set(documents
                .get()
                .map(document -> new Pages(document, notes).of(selection.get()))
                .orElse(Page.NOTHING));
    }

    NotesModel notes() {
        return notes;
    }

    /** What is shown. */
    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    Page page() {
        return page.get();
    }

    /** Bytes that every part of the inspector lights. */
    ReadOnlyObjectProperty<Optional<ByteSpan>> litProperty() {
        return lit.getReadOnlyProperty();
    }

    Optional<ByteSpan> lit() {
        return lit.get();
    }

    /** Name of the tab in front: one of the constants, or the card of a block. It outlives a change of the selection. */
    public ObjectProperty<String> tabProperty() {
        return tab;
    }

    /** Words that a capability, register or field must have to be listed. */
    StringProperty filterProperty() {
        return filter;
    }

    /** Lights bytes, or none. */
    void light(Optional<ByteSpan> bytes) {
        if (!lit.get().equals(bytes)) {
            lit.set(bytes);
        }
    }

    /** Lights the register that holds a byte; the byte alone where none is known. */
    void lightByte(int offset) {
        light(Optional.of(registerAt(offset).map(RegisterNode::bytes).orElse(new ByteSpan(offset, 1))));
    }

    /** Selects something in every view. */
    void go(Target target) {
        selection.select(target);
    }

    /** Header and capabilities of the shown function; empty when there is none. */
    List<RegisterNode> registers() {
        if (decoded.isEmpty()) {
            decoded = Optional.of(page.get()
                    .subject()
                    .map(subject -> new RegisterNodes(subject, layouts).all())
                    .orElse(List.of()));
        }
        return decoded.get();
    }

    /** The registers of both ends of the link of the shown function; empty when it has none. */
    Optional<LinkEndRegisters> linkEnds() {
        return page.get().subject().flatMap(subject -> LinkEndRegisters.of(subject, layouts));
    }

    /** The registers that the filter leaves, with what stands above them. */
    List<RegisterNode> filteredRegisters() {
        List<String> words = Stream.of(filter.get().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty()
                ? registers()
                : registers().stream()
                        .flatMap(node -> node.filtered(words).stream())
                        .toList();
    }

    /** The narrowest register that holds a byte. */
    Optional<RegisterNode> registerAt(int offset) {
        return registers().stream()
                .flatMap(capability -> capability.children().stream())
                .filter(register -> register.bytes().contains(offset))
                .min(Comparator.comparingInt(register -> register.bytes().length()));
    }

    /** The header or capability that holds a register. */
    Optional<RegisterNode> capabilityOf(RegisterNode register) {
        return registers().stream()
                .filter(capability -> capability.children().contains(register))
                .findFirst();
    }
}
