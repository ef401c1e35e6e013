package ridscope.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** The architecture rules that every module repeats. A rule holds while the package that it names is still empty. */
public final class HouseRules {
    private static final Set<String> NUMBER_TYPES = Set.of(
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double");

    private HouseRules() {}

    /**
     * The classes of a package import nothing of ours but the packages named. Names are as in ArchUnit: {@code a.b} is
     * the package alone, {@code a.b..} includes those below it.
     */
    public static ArchRule mayImport(String importer, String... imported) {
        String[] allowed =
                Stream.concat(Stream.of(importer), Arrays.stream(imported)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(importer)
                .should()
                .dependOnClassesThat(resideInAPackage("ridscope..").and(not(resideInAnyPackage(allowed))))
                .because("the arrows between packages point one way; README.md, Architecture, has the table")
                .allowEmptyShould(true);
    }

    /** Only the packages named use a library or a part of the JDK. */
    public static ArchRule onlyIn(String[] packages, String[] library, String reason) {
        return classesOutside(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .because(reason)
                .allowEmptyShould(true);
    }

    /** Text becomes a number in one class, which says where in the text it went wrong. */
    public static ArchRule numbersAreParsedInOnePlace() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("ridscope.text.Numbers")
                .should()
                .accessTargetWhere(parsesNumber())
                .because("ridscope.text.Numbers knows the notations and reports line and column")
                .allowEmptyShould(true);
    }

    /** Nobody but the command line writes to the standard streams. */
    public static ArchRule standardStreamsOnlyIn(DescribedPredicate<JavaClass> writers) {
        return noClasses()
                .that(not(writers))
                .should()
                .accessTargetWhere(standardStream())
                .because("what the user reads goes through the command line or the window;"
                        + " anything else would end up inside a JSON answer")
                .allowEmptyShould(true);
    }

    /** Only one package draws with AWT. */
    public static ArchRule awtOnlyInPng() {
        return onlyIn(
                new String[] {"ridscope.draw.png", "ridscope.draw.pdf"},
                new String[] {"java.awt..", "javax.swing..", "javax.imageio.."},
                "AWT behaves differently on each machine; one surface renders pixels with it, all else is free of it");
    }

    /** Nobody: for a rule without exceptions. */
    public static DescribedPredicate<JavaClass> nobody() {
        return DescribedPredicate.<JavaClass>alwaysFalse().as("nobody");
    }

    private static GivenClassesConjunction classesOutside(String... packages) {
        return packages.length == 0
                ? noClasses().that(DescribedPredicate.<JavaClass>alwaysTrue().as("are ours"))
                : noClasses().that().resideOutsideOfPackages(packages);
    }

    private static DescribedPredicate<JavaAccess<?>> parsesNumber() {
        return describe("text is parsed into a number", access -> {
            if (!NUMBER_TYPES.contains(access.getTargetOwner().getName())) {
                return false;
            }
            String name = access.getTarget().getName();
            boolean parses = name.startsWith("parse") || name.equals("decode") || name.equals("valueOf");
            return parses
                    && access.getTarget()
                            .resolveMember()
                            .filter(JavaCodeUnit.class::isInstance)
                            .map(member -> ((JavaCodeUnit) member).getRawParameterTypes())
                            .filter(types -> !types.isEmpty() && types.get(0).isAssignableTo(CharSequence.class))
                            .isPresent();
        });
    }

    private static DescribedPredicate<JavaAccess<?>> standardStream() {
        return describe("System.out, System.err or a stack trace is written", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            if (name.equals("printStackTrace") && access.getTarget() instanceof CodeUnitAccessTarget method) {
                return access.getTargetOwner().isAssignableTo(Throwable.class)
                        && method.getRawParameterTypes().isEmpty();
            }
            return owner.equals("java.lang.System") && (name.equals("out") || name.equals("err"));
        });
    }
}
