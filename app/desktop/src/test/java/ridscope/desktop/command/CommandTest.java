package ridscope.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandTest {

    @Test
    void noTwoCommandsHaveTheSameAccelerator() {
        assertThat(Arrays.stream(Command.values())
                        .filter(command -> command.accelerator().isPresent())
                        .collect(Collectors.groupingBy(c -> c.accelerator().orElseThrow())))
                .allSatisfy(
                        (keys, commands) -> assertThat(commands).as("%s", keys).hasSize(1));
    }

    @Test
    void noTwoCommandsHaveTheSameName() {
        assertThat(Arrays.stream(Command.values()).map(Command::label)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandHasALabelAndASentence(Command command) {
        assertThat(command.label()).isNotBlank();
        assertThat(command.tip()).isNotBlank().isNotEqualTo(command.label());
        assertThat(command.id()).matches("[a-z]+(-[a-z]+)*");
    }
}
