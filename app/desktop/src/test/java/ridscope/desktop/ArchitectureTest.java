package ridscope.desktop;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static ridscope.testing.HouseRules.onlyIn;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ridscope.testing.HouseRules;

/** Which package of the window may use what. */
@AnalyzeClasses(packages = "ridscope.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> VIEWS =
            List.of("outline", "topology", "ridmap", "busplan", "compare", "export", "inspector", "findings", "ask");
    private static final List<String> HELPERS = List.of(
            "canvas", "selection", "document", "task", "error", "command", "theme", "settings", "notes", "l10n");

    @ArchTest
    static final ArchRule everyPackageIsInTheTable = classes()
            .should()
            .resideInAnyPackage(Stream.of(packages(VIEWS), packages(HELPERS), new String[] {
                        "ridscope.desktop", "ridscope.desktop.shell.."
                    })
                    .flatMap(Arrays::stream)
                    .toArray(String[]::new))
            .because("a package that no rule names could import anything");

    @ArchTest
    static final ArchRule viewsDoNotKnowTheShell = noClasses()
            .that()
            .resideInAnyPackage(packages(VIEWS))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ridscope.desktop", "ridscope.desktop.shell..")
            .because("the shell arranges the views, never the other way round")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule viewsDoNotKnowEachOther = slices().matching("ridscope.desktop.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("ridscope.desktop.shell.."), resideInAPackage("ridscope.desktop.."))
            .ignoreDependency(resideInAPackage("ridscope.desktop.."), resideInAnyPackage(packages(HELPERS)))
            .because("views meet in the selection, so each can be changed or removed alone")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule helpersDoNotKnowViews = noClasses()
            .that()
            .resideInAnyPackage(packages(HELPERS))
            .should()
            .dependOnClassesThat(resideInAnyPackage(packages(VIEWS))
                    .or(resideInAnyPackage("ridscope.desktop", "ridscope.desktop.shell..", "ridscope.cli..")))
            .because("helpers know core and draw only")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noCycles = slices().matching("ridscope.desktop.(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages in a cycle can only be understood together")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule shellDoesNotKnowWiring = noClasses()
            .that()
            .resideInAPackage("ridscope.desktop.*..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("ridscope.desktop.Wiring")
            .because("services are handed in; nobody fetches them")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule launcherLoadsNoToolkit = noClasses()
            .that()
            .haveFullyQualifiedName("ridscope.desktop.Launcher")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("a word of the command line answers where there is no toolkit");

    @ArchTest
    static final ArchRule viewModelsNeedNoToolkit = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("javafx..").and(not(resideInAnyPackage("javafx.beans..", "javafx.collections.."))))
            .because("their tests need no display")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noInlineStyle = noClasses()
            .should()
            .accessTargetWhere(named("setStyle"))
            .because("looks come from the style sheets, or a theme switch misses them")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule runLaterOnlyInTask = noClasses()
            .that()
            .resideOutsideOfPackage("ridscope.desktop.task..")
            .should()
            .accessTargetWhere(named("runLater"))
            .because("one place crosses threads, so tests can run everything directly")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule threadsOnlyInTask = noClasses()
            .that()
            .resideOutsideOfPackage("ridscope.desktop.task..")
            .should()
            .callConstructorWhere(describe("a thread is made", ArchitectureTest::makesThread))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("javafx\\.concurrent\\..*"
                    + "|java\\.util\\.concurrent\\.(.*Executor.*|ForkJoin.*|CompletableFuture)"
                    + "|java\\.util\\.Timer(Task)?")
            .because("long work is a Job; who runs it, and on which thread, is decided in one place")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule json = onlyIn(
            new String[] {"ridscope.desktop.settings.."},
            new String[] {"tools.jackson..", "com.fasterxml.jackson.."},
            "JSON is a format at the edge; here only the settings file has it");

    @ArchTest
    static final ArchRule optionParser =
            onlyIn(new String[] {}, new String[] {"picocli.."}, "options are parsed in the command line's module");

    @ArchTest
    static final ArchRule noNativeCode = onlyIn(
            new String[] {},
            new String[] {"com.sun.jna..", "ridscope.live.."},
            "live is found at run time; the window must work without it");

    @ArchTest
    static final ArchRule noInternals = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "org\\.controlsfx\\.control\\.spreadsheet\\..*" + "|impl\\.org\\.controlsfx\\..*|com\\.sun\\..*")
            .because("these need --add-exports on the module path, which tests on the class path do not notice")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noAutoCompletion = noClasses()
            .should()
            .accessTargetWhere(named("bindAutoCompletion"))
            .because("it needs --add-exports on the module path, which tests on the class path do not notice")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule awt = HouseRules.awtOnlyInPng();

    @ArchTest
    static final ArchRule numbers = HouseRules.numbersAreParsedInOnePlace();

    @ArchTest
    static final ArchRule streams = HouseRules.standardStreamsOnlyIn(
            describe("Launcher", type -> type.getName().equals("ridscope.desktop.Launcher")));

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> "ridscope.desktop." + name + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaAccess<?>> named(String name) {
        return describe(
                name + " is called", access -> access.getTarget().getName().equals(name));
    }

    private static boolean makesThread(JavaConstructorCall call) {
        JavaClass made = call.getTargetOwner();
        return made.isAssignableTo(Thread.class);
    }
}
