package ridscope.desktop.ask;

import java.util.Optional;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.Matches;
import ridscope.desktop.document.RidDescription;
import ridscope.desktop.l10n.Messages;
import ridscope.query.AskedRid;
import ridscope.query.Query;
import ridscope.query.QueryException;
import ridscope.query.QueryResult;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;

/**
 * What is said to a question.
 *
 * @param text one line
 * @param alert whether it is a conflict, or there is nothing to answer
 * @param error which place of the question was not understood
 * @param address whom a Routing ID, an address or a line of a log names
 * @param matches the functions that a question in the language is about
 */
record Answer(
        String text,
        boolean alert,
        Optional<QueryException> error,
        Optional<FunctionAddress> address,
        Optional<Matches> matches) {

    /** Nothing is asked. */
    static final Answer NONE = plain("", false);

    static Answer plain(String text, boolean alert) {
        return new Answer(text, alert, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Takes a while for a large host. */
    static Answer of(Asked asked, String question) {
        Optional<AskedRid> rid = AskedRid.parse(question);
        boolean alone = AskedRid.alone(question).isPresent();
        try {
            Query query = asked.language().parse(question);
            boolean line = rid.isPresent() && !alone && query.onlyWords();
            if (rid.isEmpty() || !alone && !line) {
                return matches(asked, query);
            }
            return line ? address(asked.document(), rid.get()) : addressOrName(asked, rid.get(), query);
        } catch (QueryException e) {
            return rid.map(r -> address(asked.document(), r))
                    .orElseGet(
                            () -> new Answer(e.getMessage(), true, Optional.of(e), Optional.empty(), Optional.empty()));
        }
    }

    /** {@code e810} is a Routing ID as well as half a name: who owns it is said first, then who is called so. */
    private static Answer addressOrName(Asked asked, AskedRid rid, Query query) {
        Answer owner = address(asked.document(), rid);
        boolean owned = owner.address()
                .flatMap(a -> asked.document().ridMap(a.segment()).map(map -> map.claimsAt(a.rid())))
                .filter(claims -> !claims.isEmpty())
                .isPresent();
        if (owned || rid.segment().isPresent()) {
            return owner;
        }
        Answer named = matches(asked, query);
        return named.matches().filter(m -> !m.functions().isEmpty()).isPresent() ? named : owner;
    }

    private static Answer address(Document d, AskedRid asked) {
        Segment first = d.topology().segments().stream().findFirst().orElse(Segment.ZERO);
        return asked.placement()
                .routingId()
                .map(rid -> new FunctionAddress(asked.segment().orElse(first), rid))
                .map(address -> address(d, address))
                .orElseGet(() -> plain(Messages.text("ask.not-understood"), true));
    }

    private static Answer address(Document d, FunctionAddress address) {
        RidDescription told = RidDescription.of(d, address);
        String text = Messages.text("ask.answer", String.join(" + ", told.claims()), told.routing());
        return new Answer(text, told.conflict(), Optional.empty(), Optional.of(address), Optional.empty());
    }

    private static Answer matches(Asked asked, Query query) {
        QueryResult result = QueryResult.of(query, asked.host());
        boolean nothing = result.matches().isEmpty() && result.undecided().isEmpty();
        String text = nothing ? Messages.text("ask.nobody") : result.summary();
        return new Answer(
                text, nothing, Optional.empty(), Optional.empty(), Optional.of(new Matches(asked.document(), result)));
    }
}
