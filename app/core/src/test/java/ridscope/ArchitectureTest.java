package ridscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static ridscope.testing.HouseRules.mayImport;
import static ridscope.testing.HouseRules.onlyIn;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ridscope.testing.HouseRules;

/** Which package of core may use what. */
@AnalyzeClasses(packages = "ridscope", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String RID = "ridscope.rid";
    private static final String FILE = "ridscope.file";
    private static final String JOB = "ridscope.job";
    private static final String TEXT = "ridscope.text";
    private static final String CONFIG = "ridscope.config..";
    private static final String HOST = "ridscope.host";
    private static final String TOPOLOGY = "ridscope.topology..";
    private static final String RIDMAP = "ridscope.ridmap..";
    private static final String PLAN = "ridscope.plan..";
    private static final String ISOLATION = "ridscope.isolation..";

    @ArchTest
    static final ArchRule everyPackageIsInTheTable = classes()
            .should()
            .resideInAnyPackage(
                    RID,
                    FILE,
                    JOB,
                    TEXT,
                    CONFIG,
                    HOST,
                    "ridscope.source..",
                    TOPOLOGY,
                    "ridscope.enumerate..",
                    RIDMAP,
                    PLAN,
                    ISOLATION,
                    "ridscope.rules..",
                    "ridscope.diff..",
                    "ridscope.names..",
                    "ridscope.query..",
                    "ridscope.report..")
            .because("a package that no rule names could import anything");

    @ArchTest
    static final ArchRule rid = mayImport(RID);

    @ArchTest
    static final ArchRule job = mayImport(JOB);

    @ArchTest
    static final ArchRule text = mayImport(TEXT);

    @ArchTest
    static final ArchRule config = mayImport(CONFIG, RID, TEXT);

    @ArchTest
    static final ArchRule host = mayImport(HOST, CONFIG, RID, TEXT);

    @ArchTest
    static final ArchRule source = mayImport("ridscope.source..", FILE, HOST, CONFIG, RID, JOB, TEXT);

    @ArchTest
    static final ArchRule topology = mayImport(TOPOLOGY, HOST, CONFIG, RID, TEXT);

    @ArchTest
    static final ArchRule enumerate = mayImport("ridscope.enumerate..", HOST, TOPOLOGY, CONFIG, RID, JOB, TEXT);

    @ArchTest
    static final ArchRule ridmap = mayImport(RIDMAP, TOPOLOGY, CONFIG, RID, JOB, TEXT);

    @ArchTest
    static final ArchRule plan = mayImport(PLAN, HOST, RIDMAP, TOPOLOGY, CONFIG, RID, JOB, TEXT);

    @ArchTest
    static final ArchRule isolation = mayImport(ISOLATION, TOPOLOGY, HOST, CONFIG, RID, TEXT);

    /** Of plans the events only; of the host what no register shows: power states, address ranges, links to VFs. */
    @ArchTest
    static final ArchRule rules =
            mayImport("ridscope.rules..", PLAN, ISOLATION, RIDMAP, TOPOLOGY, HOST, CONFIG, RID, JOB, TEXT);

    /** Of the host what no register shows: drivers, slots, sizes of BARs. Of the rules their findings, to compare those. */
    @ArchTest
    static final ArchRule diff = mayImport("ridscope.diff..", "ridscope.rules..", TOPOLOGY, HOST, CONFIG, RID, TEXT);

    @ArchTest
    static final ArchRule names = mayImport("ridscope.names..", HOST, TOPOLOGY, CONFIG, RID, TEXT);

    /** Of the host what no register shows: OS devices. Findings come in as a parameter. */
    @ArchTest
    static final ArchRule query = mayImport("ridscope.query..", "ridscope.names..", HOST, TOPOLOGY, CONFIG, RID, TEXT);

    @ArchTest
    static final ArchRule reportImportsNoSource = noClasses()
            .that()
            .resideInAPackage("ridscope.report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ridscope.source..")
            .because("a report is made from the model, wherever that came from")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingImportsReport = noClasses()
            .that()
            .resideOutsideOfPackage("ridscope.report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ridscope.report..")
            .because("reports are the end of the way that data takes")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noCycles = slices().matching("ridscope.(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages in a cycle can only be understood together");

    @ArchTest
    static final ArchRule readersStandAlone = slices().matching("ridscope.source.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each reader knows one outside format")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule sourceKnowsNoReader = noClasses()
            .that()
            .resideInAPackage("ridscope.source")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ridscope.source.*..")
            .because("readers are found through ServiceLoader; a new one needs no change in the others")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule jackson = onlyIn(
            new String[] {"ridscope.source.json..", "ridscope.report..", "ridscope.config.layout.json.."},
            new String[] {"tools.jackson..", "com.fasterxml.jackson.."},
            "JSON is a format at the edge; the model must not take the shape of a library");

    @ArchTest
    static final ArchRule archives = onlyIn(
            new String[] {"ridscope.source.archive.."},
            new String[] {"org.apache.commons..", "org.tukaani.."},
            "everything else reads a tree of files and need not know where it lies");

    @ArchTest
    static final ArchRule xml = onlyIn(
            new String[] {"ridscope.source.xml.."},
            new String[] {"javax.xml..", "org.xml..", "org.w3c.."},
            "there a parser is set up so that a file can neither load anything nor grow without bounds");

    @ArchTest
    static final ArchRule processes = noClasses()
            .that()
            .resideOutsideOfPackage("ridscope.source.ssh..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.(Process|ProcessBuilder|Runtime)(\\$.*)?")
            .because("only reading another host needs another program")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noToolkit = onlyIn(
            new String[] {},
            new String[] {"java.awt..", "javax.swing..", "javafx..", "com.sun.jna.."},
            "core runs on a server without a display and without native code of ours");

    @ArchTest
    static final ArchRule numbers = HouseRules.numbersAreParsedInOnePlace();

    @ArchTest
    static final ArchRule streams = HouseRules.standardStreamsOnlyIn(HouseRules.nobody());
}
