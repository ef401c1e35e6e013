package ridscope.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandTest {

    @Test
    void noTwoCommandsHaveTheSameAccelerator() {
        assertThat(Arrays.stream(Command.values())
                        .collect(Collectors.groupingBy(c -> KeyCombination.valueOf(c.accelerator()))))
                .allSatisfy(
                        (keys, commands) -> assertThat(commands).as("%s", keys).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandHasALabelAndASentence(Command command) {
        assertThat(command.label()).isNotBlank();
        assertThat(command.tip()).isNotBlank().isNotEqualTo(command.label());
        assertThat(command.id()).matches("[a-z]+(-[a-z]+)*");
    }
}
