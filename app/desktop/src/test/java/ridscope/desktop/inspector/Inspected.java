package ridscope.desktop.inspector;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ridscope.config.layout.RegisterLayouts;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.HostFindings;
import ridscope.desktop.document.HostSummary;
import ridscope.desktop.notes.NotesModel;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Target;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.testing.SnapshotNamesOnly;
import ridscope.topology.Topology;

/** An inspector on a host of a test. */
final class Inspected {

    static final RegisterLayouts LAYOUTS = RegisterLayouts.bundled();

    final DocumentModel documents = new DocumentModel();
    final SelectionModel selection = new SelectionModel();
    /** Nobody said anything. */
    static final NotesModel NOTES = new NotesModel(TaskRunner.direct(failure -> {}), problem -> {});

    final InspectorViewModel model = new InspectorViewModel(documents, selection, LAYOUTS, NOTES);

    Inspected(HostSnapshot snapshot) {
        documents.set(document(snapshot));
    }

    static Document document(HostSnapshot snapshot) {
        Topology topology = Enumerator.enumerate(snapshot, Feedback.NONE);
        Map<Segment, RidMap> maps = topology.segments().stream()
                .collect(Collectors.toMap(Function.identity(), s -> RidMap.of(topology, s)));
        HostFindings findings = HostFindings.of(topology, Feedback.NONE);
        return new Document(
                snapshot,
                topology,
                maps,
                findings,
                HostSummary.NONE,
                new SnapshotNamesOnly(),
                "test host",
                "made by a test",
                Optional.empty());
    }

    Inspected select(String address) {
        return select(new Target.OfFunction(FunctionAddress.of(address)));
    }

    Inspected select(Target target) {
        selection.select(target);
        return this;
    }

    Card card(String id) {
        return model.page().cards().stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no card " + id + " in " + model.page().cards()));
    }

    boolean has(String id) {
        return model.page().cards().stream().anyMatch(card -> card.id().equals(id));
    }

    /** The first line of this label. */
    Fact fact(String card, String label) {
        return card(card).facts().stream()
                .filter(fact -> fact.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("no " + label + " in " + card(card).facts()));
    }

    String text(String card, String label) {
        return fact(card, label).value().text();
    }

    String origin(String card, String label) {
        return fact(card, label).origin().text();
    }
}
