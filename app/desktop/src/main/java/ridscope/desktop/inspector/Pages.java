package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ridscope.desktop.document.Document;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.notes.NotesModel;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/** Makes the page about whatever is selected. Any thread may use it. */
final class Pages {

    private static final int LISTED_VFS = 64;

    private final Document document;
    private final NotesModel notes;

    Pages(Document document, NotesModel notes) {
        this.document = document;
        this.notes = notes;
    }

    Page of(Optional<Target> selected) {
        return selected.map(this::of).orElseGet(this::host);
    }

    private Page host() {
        List<Card> cards = new ArrayList<>(HostCards.of(document));
        NotesCard.of(notes).ifPresent(card -> cards.add(1, card));
        return Page.of(List.of(), cards);
    }

    private Page of(Target target) {
        if (target instanceof Target.OfFunction f) {
            return document.function(f.address()).map(this::function).orElseGet(() -> rid(f.address()));
        }
        if (target instanceof Target.OfVfs vfs) {
            return document.function(vfs.pf()).map(pf -> vfs(pf, target)).orElseGet(() -> rid(vfs.pf()));
        }
        if (target instanceof Target.OfSdis sdis) {
            return document.function(sdis.pf()).map(pf -> sdis(pf, target)).orElseGet(() -> rid(sdis.pf()));
        }
        if (target instanceof Target.OfRid rid) {
            return rid(rid.address());
        }
        Target.OfBuses buses = (Target.OfBuses) target;
        return Page.of(new Crumbs(document).to(buses), new BusCards(document).of(buses));
    }

    private Page function(PciFunction function) {
        Subject subject = new Subject(document, function);
        List<Card> cards = new ArrayList<>();
        cards.add(IdentityCard.of(subject));
        Stream.of(
                        FindingsCard.of(subject),
                        BootLogCard.of(subject),
                        VfCard.of(subject),
                        LinkCard.above(subject),
                        BridgeCard.of(subject),
                        LinkCard.below(subject),
                        SiovCard.of(subject),
                        SrIovCard.of(subject),
                        SystemCard.of(subject),
                        ResourceCard.of(subject),
                        IsolationCard.of(subject),
                        new RoutingCard(document).of(function.address()))
                .flatMap(Optional::stream)
                .forEach(cards::add);
        List<Block> blocks = Stream.of(SrIovCard.block(subject), SiovCard.block(subject))
                .flatMap(Optional::stream)
                .toList();
        return new Page(new Crumbs(document).to(function), cards, blocks, Optional.of(subject));
    }

    private Page vfs(PciFunction pf, Target target) {
        Subject subject = new Subject(document, pf);
        List<Card> cards = Stream.of(SrIovCard.of(subject), VfCard.existing(subject, LISTED_VFS))
                .flatMap(Optional::stream)
                .toList();
        String last = Messages.text("inspector.crumb.vfs");
        return new Page(
                new Crumbs(document).to(pf, last, target),
                cards,
                SrIovCard.block(subject).stream().toList(),
                Optional.of(subject));
    }

    private Page sdis(PciFunction pf, Target target) {
        Subject subject = new Subject(document, pf);
        String last = Messages.text("inspector.crumb.sdis");
        return new Page(
                new Crumbs(document).to(pf, last, target),
                SiovCard.of(subject).stream().toList(),
                SiovCard.block(subject).stream().toList(),
                Optional.of(subject));
    }

    private Page rid(FunctionAddress address) {
        Card.Builder notations = new Card.Builder("rid", "inspector.rid-card");
        IdentityCard.notations(notations, address, Origin.of(Messages.text("inspector.origin.asked")));
        List<Card> cards = new ArrayList<>();
        cards.add(notations.build());
        new RoutingCard(document).of(address).ifPresent(cards::add);
        return Page.of(new Crumbs(document).to(address), cards);
    }
}
