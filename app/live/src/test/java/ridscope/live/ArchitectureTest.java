package ridscope.live;

import static ridscope.testing.HouseRules.mayImport;
import static ridscope.testing.HouseRules.onlyIn;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ridscope.testing.HouseRules;

/** What the watcher of this machine may use. */
@AnalyzeClasses(packages = "ridscope.live", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule imports =
            mayImport("ridscope.live..", "ridscope.source", "ridscope.rid", "ridscope.job", "ridscope.text");

    @ArchTest
    static final ArchRule jna = onlyIn(
            new String[] {"ridscope.live.linux.."},
            new String[] {"com.sun.jna.."},
            "native calls stay behind one gate that turns errno into a typed exception");

    @ArchTest
    static final ArchRule awt = HouseRules.awtOnlyInPng();

    @ArchTest
    static final ArchRule numbers = HouseRules.numbersAreParsedInOnePlace();

    @ArchTest
    static final ArchRule streams = HouseRules.standardStreamsOnlyIn(HouseRules.nobody());
}
