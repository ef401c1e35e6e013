package ridscope.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static ridscope.testing.HouseRules.onlyIn;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ridscope.testing.HouseRules;

/** What the command line may use. */
@AnalyzeClasses(packages = "ridscope.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noWindow = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ridscope.desktop..", "ridscope.live..", "javafx..")
            .because("a word of the command line answers on a machine without a display");

    @ArchTest
    static final ArchRule awt = HouseRules.awtOnlyInPng();

    @ArchTest
    static final ArchRule json = onlyIn(
            new String[] {},
            new String[] {"tools.jackson..", "com.fasterxml.jackson.."},
            "JSON is read in source.json and written in report");

    @ArchTest
    static final ArchRule numbers = HouseRules.numbersAreParsedInOnePlace();

    @ArchTest
    static final ArchRule streams = HouseRules.standardStreamsOnlyIn(resideInAPackage("ridscope.cli.."));
}
