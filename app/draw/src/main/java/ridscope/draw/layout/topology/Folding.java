package ridscope.draw.layout.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Folds long runs of alike siblings: the first three and the last stay, one mark stands for the rest or leads it. */
final class Folding {

    private Folding() {}

    /**
     * @param likeness equal for siblings that look the same; empty for one that must stay visible
     * @param fold makes what stands for those in the middle of a run, the run and its middle given
     */
    static <T> List<T> runs(List<T> items, Function<T, Optional<String>> likeness, BinaryOperator<List<T>> fold) {
        List<T> result = new ArrayList<>();
        int from = 0;
        while (from < items.size()) {
            Optional<String> like = likeness.apply(items.get(from));
            int to = from + 1;
            while (like.isPresent() && to < items.size() && like.equals(likeness.apply(items.get(to)))) {
                to++;
            }
            append(result, items.subList(from, to), fold);
            from = to;
        }
        return result;
    }

    private static <T> void append(List<T> result, List<T> run, BinaryOperator<List<T>> fold) {
        if (run.size() < Sizes.FOLD_FROM) {
            result.addAll(run);
            return;
        }
        int last = run.size() - Sizes.FOLD_LAST;
        result.addAll(run.subList(0, Sizes.FOLD_FIRST));
        result.addAll(fold.apply(run, run.subList(Sizes.FOLD_FIRST, last)));
        result.addAll(run.subList(last, run.size()));
    }

    /** Cuts a list that is too long whatever is in it. */
    static <T> List<T> cut(List<T> items, int limit, BinaryOperator<List<T>> fold) {
        if (items.size() <= limit) {
            return items;
        }
        int last = items.size() - Sizes.FOLD_LAST;
        int first = limit - Sizes.FOLD_LAST - 1;
        List<T> result = new ArrayList<>(items.subList(0, first));
        result.addAll(fold.apply(items, items.subList(first, last)));
        result.addAll(items.subList(last, items.size()));
        return result;
    }
}
