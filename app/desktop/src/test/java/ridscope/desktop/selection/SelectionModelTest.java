package ridscope.desktop.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

class SelectionModelTest {

    private static final Target NVME = new Target.OfFunction(FunctionAddress.of("0000:3b:00.0"));

    private final SelectionModel selection = new SelectionModel();
    private final List<Optional<Target>> heard = new ArrayList<>();

    @Test
    void followersHearTheStateAtOnceAndEveryChangeOnce() {
        selection.follow(heard::add);
        selection.select(NVME);
        selection.select(new Target.OfFunction(FunctionAddress.of("0000:3b:00.0")));
        selection.clear();
        assertThat(heard).containsExactly(Optional.empty(), Optional.of(NVME), Optional.empty());
    }

    @Test
    void aFollowerMayWriteBackWhatItHears() {
        selection.follow(target -> {
            heard.add(target);
            selection.set(target);
        });
        selection.select(NVME);
        assertThat(heard).hasSize(2);
        assertThat(selection.get()).contains(NVME);
    }
}
