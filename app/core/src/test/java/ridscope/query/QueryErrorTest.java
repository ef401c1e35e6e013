package ridscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "class=nvem            | 6-10  | there is no class 'nvem'; did you mean nvme?",
                "class=                | 6-6   | a value is missing behind 'class='; expected class code or class word",
                "class= and bus=3      | 7-10  | a value is missing behind 'class='; expected class code or class word",
                "role=endpiont         | 5-13  | there is no role 'endpiont'; did you mean endpoint?",
                "cap=sriof             | 4-9   | no capability is called 'sriof'; did you mean sriov?",
                "cap=38                | 4-6   | two digits are a standard capability, 01 to 15; extended ones have four; did you mean 0038?",
                "finding=ACS_GAB       | 8-15  | no rule or severity is called 'ACS_GAB'; did you mean ACS_GAP?",
                "finding>=ACS_GAP      | 9-16  | 'ACS_GAP' is no severity; expected error, warning or info",
                "class<3               | 5-6   | class cannot be compared with '<'; expected = or !=",
                "vfs~3                 | 3-4   | vfs cannot be compared with '~'; expected =, !=, <, <=, >, >= or in",
                "vfs>many              | 4-8   | 'many' is not a whole number; expected a number",
                "vfs>99999999999       | 4-15  | '99999999999' is not a whole number; expected a number",
                "bus=100               | 4-7   | '100' is not a number from 0 to ff, in hex; expected a number",
                "bus in 5f-3a          | 7-12  | the range '5f-3a' ends before it begins; expected first-last",
                "bus in 1-2-3          | 7-12  | '1-2-3' is no range; expected first-last",
                "speed>=10             | 7-9   | '10' is no link speed; expected 2.5, 5, 8, 16, 32, 64 or 128",
                "numa>none             | 5-9   | none can only be asked for with = or !=",
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

    @Test
    void hasLimits() {
        assertThat(error("not ".repeat(101) + "x")).hasMessage("too many conditions stand in one another");
        assertThat(error("(".repeat(3000))).hasMessage("too many conditions stand in one another");
        assertThat(error("x ".repeat(2049))).hasMessage("a question has at most 4,096 characters");
        assertThat(error("")).hasMessageStartingWith("a condition is missing before the end");
    }
}
