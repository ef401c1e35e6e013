package ridscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.report.QueryHost;

/** What is said of questions that are none, and which place of them is marked. */
class QueryErrorTest {

    private static QueryException error(String query) {
        return catchThrowableOfType(
                QueryException.class, () -> QueryHost.language().parse(query));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "clas=nvme             | 0-4   | there is no field 'clas'; did you mean class?",
                "bus=3b and vendr=8086 | 11-16 | there is no field 'vendr'; did you mean vendor?",
                "frobnicate=3          | 0-10  | there is no field 'frobnicate'; fields are class, vendor, device, driver, cap, role, width, speed, vfs, totalvfs, sdis, numa, group, bus, segment, slot, finding, name",
                "class=nvem            | 6-10  | there is no class 'nvem'; did you mean nvme? class takes a name such as nvme or network, or a hex code of 2, 4 or 6 digits such as 0108",
                "class=zzz             | 6-9   | there is no class 'zzz'; class takes a name such as nvme or network, or a hex code of 2, 4 or 6 digits such as 0108",
                "class=                | 6-6   | a value is missing behind 'class='; class takes a name such as nvme or network, or a hex code of 2, 4 or 6 digits such as 0108",
                "class= and bus=3      | 7-10  | a value is missing behind 'class='; class takes a name such as nvme or network, or a hex code of 2, 4 or 6 digits such as 0108",
                "vfs>                  | 4-4   | a value is missing behind 'vfs>'; vfs takes a number",
                "numa=                 | 5-5   | a value is missing behind 'numa='; numa takes a number, or none",
                "numa<                 | 5-5   | a value is missing behind 'numa<'; numa takes a number",
                "bus in                | 6-6   | a value is missing behind 'bus in'; bus in takes a range such as 3a-5f, in hex from 0 to ff",
                "role=endpiont         | 5-13  | there is no role 'endpiont'; did you mean endpoint? role takes a role such as endpoint or root-port, or one of bridge, port, switch, pf and vf",
                "role=zz               | 5-7   | there is no role 'zz'; role takes a role such as endpoint or root-port, or one of bridge, port, switch, pf and vf",
                "cap=sriof             | 4-9   | no capability is called 'sriof'; did you mean sriov? cap takes a name such as sriov, or a hex ID of 2 digits (standard) or 4 (extended) such as 0038",
                "cap=zz                | 4-6   | no capability is called 'zz'; cap takes a name such as sriov, or a hex ID of 2 digits (standard) or 4 (extended) such as 0038",
                "cap=38                | 4-6   | standard capabilities are 01 to 15; did you mean 0038? cap takes a name such as sriov, or a hex ID of 2 digits (standard) or 4 (extended) such as 0038",
                "finding=ACS_GAB       | 8-15  | no rule or severity is called 'ACS_GAB'; did you mean ACS_GAP? finding takes error, warning or info, or the id of a rule such as ACS_GAP",
                "finding>=ACS_GAP      | 9-16  | 'ACS_GAP' is no severity; finding>= takes error, warning or info",
                "class<3               | 5-6   | class cannot be compared with '<'; expected = or !=",
                "vfs~3                 | 3-4   | vfs cannot be compared with '~'; expected =, !=, <, <=, >, >= or in",
                "vfs>many              | 4-8   | 'many' is no whole number; vfs takes a number",
                "vfs>-1                | 4-6   | '-1' is no whole number; vfs takes a number",
                "vfs>99999999999       | 4-15  | '99999999999' is too large; vfs takes a number",
                "numa=x                | 5-6   | 'x' is no whole number; numa takes a number, or none",
                "group in 3-x          | 9-12  | 'x' is no whole number; group in takes a range such as 1-15",
                "width<foo             | 6-9   | 'foo' is no whole number; width takes lanes from 0 to 32 such as 8 or x8, or max",
                "width<64              | 6-8   | '64' is too large; width takes lanes from 0 to 32 such as 8 or x8, or max",
                "width in max          | 9-12  | max is one value, no range; width in takes a range such as 4-16",
                "bus=100               | 4-7   | '100' is too large; bus takes a hex number from 0 to ff",
                "bus=3g                | 4-6   | '3g' is no hex number; bus takes a hex number from 0 to ff",
                "segment=x             | 8-9   | 'x' is no hex number; segment takes a hex number from 0 to ffffffff",
                "bus in 5f-3a          | 7-12  | the range '5f-3a' ends before it begins; did you mean 3a-5f? bus in takes a range such as 3a-5f, in hex from 0 to ff",
                "bus in 1-2-3          | 7-12  | '1-2-3' is no range; bus in takes a range such as 3a-5f, in hex from 0 to ff",
                "bus in 5f-            | 7-10  | an end of the range '5f-' is missing; bus in takes a range such as 3a-5f, in hex from 0 to ff",
                "speed>=10             | 7-9   | '10' is no link speed; speed takes 2.5, 5, 8, 16, 32, 64 or 128 for GT/s, gen1 to gen7, or max",
                "numa>none             | 5-9   | none can only be asked for with = or !=; numa takes a number",
                "vendor=\"\"             | 7-9   | nothing stands between the quotes; vendor takes a hex ID such as 8086, or part of a name",
                "(class=nvme           | 11-11 | a '(' is not closed; expected and, or or )",
                "class=nvme)           | 10-11 | ')' closes nothing; expected and, or or the end",
                "class=nvme or         | 13-13 | a condition is missing before the end; expected a condition such as class=nvme, a word, not or (",
                "or class=nvme         | 0-2   | a condition is missing before 'or'; expected a condition such as class=nvme, a word, not or (",
                "not                   | 3-3   | a condition is missing before the end; expected a condition such as class=nvme, a word, not or (",
                "= 3                   | 0-1   | a condition is missing before '='; expected a condition such as class=nvme, a word, not or (",
                "vendor=\"samsung      | 7-15  | the quotes do not end; expected \"",
            })
    void saysWhatIsWrongAndWhere(String query, String place, String message) {
        QueryException error = error(query.strip());

        assertThat(error).as(query).isNotNull();
        assertThat(error).hasMessage(message);
        assertThat(error.start() + "-" + error.end()).isEqualTo(place);
    }

    /** What a message says that a field takes is taken. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "class=nvme",
                "class=network",
                "class=01",
                "class=0108",
                "class=010802",
                "vendor=8086",
                "device=1592",
                "device=8086:1592",
                "driver=none",
                "driver~mlx",
                "cap=sriov",
                "cap=10",
                "cap=0038",
                "role=root-port",
                "role=switch",
                "width=x8",
                "width=32",
                "width<max",
                "width in 4-16",
                "speed=2.5",
                "speed=gen7",
                "speed=128",
                "speed<max",
                "speed in 8-32",
                "speed in gen3-gen5",
                "vfs in 1-15",
                "totalvfs>0",
                "sdis>=1024",
                "numa=none",
                "numa!=none",
                "numa in 1-15",
                "group=12",
                "group in 12-15",
                "bus=ff",
                "bus<=0x3b",
                "bus in 3a-5f",
                "segment=ffffffff",
                "segment!=10000",
                "slot=none",
                "slot~5",
                "finding=acs_gap",
                "finding=info",
                "finding>=warning",
                "name~e810"
            })
    void takesWhatItSaysItTakes(String query) throws Exception {
        assertThat(QueryHost.language().parse(query)).isInstanceOf(Query.Condition.class);
    }

    @Test
    void hasLimits() {
        assertThat(error("not ".repeat(101) + "x")).hasMessage("too many conditions stand in one another");
        assertThat(error("(".repeat(3000))).hasMessage("too many conditions stand in one another");
        assertThat(error("x ".repeat(2049))).hasMessage("a question has at most 4,096 characters");
        assertThat(error("")).hasMessageStartingWith("a condition is missing before the end");
    }
}
