package ridscope.config.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import ridscope.config.CapabilityWalk;
import ridscope.config.ConfigSpace;
import ridscope.config.LinkSpeed;
import ridscope.config.PciExpress;
import ridscope.config.PortType;
import ridscope.config.layout.RegisterComparison.Row;
import ridscope.testing.ConfigBuilder;

class RegisterComparisonTest {

    private static final RegisterLayouts LAYOUTS = RegisterLayouts.bundled();

    private static RegisterTree express(ConfigBuilder builder) {
        ConfigSpace config = builder.build();
        return LAYOUTS.decode(
                CapabilityWalk.walk(config).standard(PciExpress.ID).orElseThrow(), config, OptionalInt.empty());
    }

    private static Row row(List<Row> rows, String name) {
        return rows.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void fieldsOfBothEndsStandBesideEachOther() {
        List<Row> rows = RegisterComparison.compare(
                express(ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1)
                        .link(5, 16, 4, 4)),
                express(ConfigBuilder.endpoint(0x144d, 2, 0x010802).link(5, 4, 4, 4)));

        Row capabilities = row(rows, "Link Capabilities");
        assertThat(capabilities.differs()).isTrue();
        assertThat(row(capabilities.fields(), "Maximum Link Width"))
                .isEqualTo(new Row("Maximum Link Width", Optional.of("x16"), Optional.of("x4"), true, List.of()));
        assertThat(row(capabilities.fields(), "Max Link Speed").differs()).isFalse();
        assertThat(row(capabilities.fields(), "Max Link Speed").first()).contains(new LinkSpeed(5).toString());
        assertThat(row(row(rows, "Link Status").fields(), "Negotiated Link Width")
                        .differs())
                .isFalse();
    }

    @Test
    void whatOnlyOneEndHasDoesNotDiffer() {
        Register mine = new Register(0x40, 8, "A", OptionalLong.of(1), "one", List.of());
        Register theirs = new Register(0x44, 16, "B", OptionalLong.of(2), "", List.of());
        Register unread = new Register(0x48, 16, "C", OptionalLong.empty(), "", List.of());

        List<Row> rows = RegisterComparison.compare(tree(mine, unread), tree(theirs, unread));

        assertThat(rows)
                .extracting(Row::name, Row::first, Row::second, Row::differs)
                .containsExactly(
                        tuple("A", Optional.of("0x01  one"), Optional.empty(), false),
                        tuple("C", Optional.empty(), Optional.empty(), false),
                        tuple("B", Optional.empty(), Optional.of("0x0002"), false));
    }

    private static RegisterTree tree(Register... registers) {
        return new RegisterTree("T", 0x40, Optional.empty(), Optional.empty(), List.of(registers));
    }
}
