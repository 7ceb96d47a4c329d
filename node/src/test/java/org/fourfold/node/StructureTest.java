package org.fourfold.node;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the house (DESIGN 2, FRAME Modules), held by reading the compiled classes. */
class StructureTest {

    private static final JavaClasses NODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.fourfold.node", "org.fourfold.pages");
    private static final JavaClasses ENGINES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.fourfold.linkage");
    private static final List<String> PS = List.of("protection", "prevention", "prosecution", "partnership");

    /** Façades by module, with the public methods that nobody acts in: they show no guarded data and change none. */
    private static final Map<String, Set<String>> WITHOUT_ACTOR = Map.of(
            "protection", Set.of("bringInReserve"),
            "prevention", Set.of(),
            "partnership", Set.of(),
            "prosecution", Set.of(),
            "registry", Set.of("places"));

    @Test
    void theModulesUseOneAnotherOnlyAsTheySay() {
        ApplicationModules.of(Node.class).verify();
    }

    @Test
    void thePsNeverImportOneAnother() {
        for (String one : PS) {
            for (String other : PS) {
                if (!one.equals(other)) {
                    check(noClasses()
                            .that()
                            .resideInAnyPackage(module(one), pages(one))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(module(other), pages(other)));
                }
            }
        }
    }

    @Test
    void nobodyImportsProtection() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(module("protection"), pages("protection"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(module("protection")));
    }

    @Test
    void aModulesPagesSeeItsOwnWebTheFrameAndTheShell() {
        for (String module : modulesWithPages()) {
            check(noClasses()
                    .that()
                    .resideInAPackage("org.fourfold.pages." + module)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.fourfold..")
                            .and(not(resideInAnyPackage(
                                            "org.fourfold.pages." + module,
                                            "org.fourfold.pages.shell",
                                            "org.fourfold.node." + module + ".web..",
                                            "org.fourfold.node.frame..",
                                            "org.fourfold.node.shell"))
                                    .and(not(publicRecordsOf(module))))));
        }
    }

    @Test
    void aModulesPagesAreSeenByItsOwnWebOnly() {
        for (String module : modulesWithPages()) {
            if (!module.equals("shell")) {
                check(noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "org.fourfold.pages." + module, "org.fourfold.node." + module + ".web..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.fourfold.pages." + module));
            }
        }
    }

    @Test
    void enginesDependOnTheJdkAndFewLibraries() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.fourfold.linkage..",
                        "org.jspecify.annotations..",
                        "com.google.errorprone.annotations..",
                        "com.ibm.icu..",
                        "com.google.i18n.phonenumbers.."))
                .allowEmptyShould(true)
                .check(ENGINES);
    }

    @Test
    void transactionsAreNeverDeclaredByAnnotation() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.transaction.annotation..", "jakarta.transaction.."));
    }

    @Test
    void nothingIsKeptByThread() {
        check(noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class));
    }

    @Test
    void timeIsNeverTheOldDate() {
        check(noClasses()
                .that(not(resideInAPackage("org.fourfold.node.access..")))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Calendar.class, java.sql.Date.class, java.text.SimpleDateFormat.class));
        check(noClasses()
                .that(not(resideInAPackage("org.fourfold.node.access..")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date"));
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        for (Class<?> type : List.of(
                java.time.Instant.class,
                java.time.LocalDate.class,
                java.time.LocalDateTime.class,
                java.time.ZonedDateTime.class,
                java.time.OffsetDateTime.class)) {
            check(noClasses().should().callMethod(type, "now"));
        }
    }

    @Test
    void nothingIsInjectedIntoFields() {
        check(noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject"));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(not(resideInAPackage("org.fourfold.pages..")))
                .should()
                .beFinal());
    }

    @Test
    void onlyTheFrameAndTheGroundReachForAConnection() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.fourfold.node.frame..", "org.fourfold.node.ground..", "org.fourfold.node.trust..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.sql.DataSource")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager"));
    }

    @Test
    void everyFacadeOfAPIsToldWhoActs() {
        check(methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(isFacade())
                .and(doNotNeedAnActor())
                .should(takeTheActorFirst()));
    }

    @Test
    void noRecordHasASetter() {
        check(noMethods()
                .that(DescribedPredicate.describe(
                        "take a value", method -> !method.getRawParameterTypes().isEmpty()))
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.describe("are records", JavaClass::isRecord))
                .should()
                .haveNameMatching("set[A-Z].*"));
    }

    private static ArchCondition<JavaMethod> takeTheActorFirst() {
        return new ArchCondition<>("take the Actor first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var types = method.getRawParameterTypes();
                boolean told = !types.isEmpty() && types.getFirst().isEquivalentTo(Actor.class);
                events.add(new SimpleConditionEvent(
                        method, told, method.getFullName() + " does not take the Actor first"));
            }
        };
    }

    private static DescribedPredicate<JavaMethod> doNotNeedAnActor() {
        return DescribedPredicate.describe("are not among the stated exceptions", method -> {
            String module = method.getOwner().getPackageName().replace("org.fourfold.node.", "");
            boolean own = !method.getModifiers().contains(JavaModifier.STATIC)
                    && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
            return own && !WITHOUT_ACTOR.getOrDefault(module, Set.of()).contains(method.getName());
        });
    }

    /** A façade is the class named after its module. */
    private static DescribedPredicate<JavaClass> isFacade() {
        return DescribedPredicate.describe(
                "are façades",
                type -> WITHOUT_ACTOR.keySet().stream()
                        .anyMatch(module -> type.getPackageName().equals("org.fourfold.node." + module)
                                && type.getSimpleName().equalsIgnoreCase(module)));
    }

    /** What a module shows to everybody may stand on its own pages: records and enums, never the façade. */
    private static DescribedPredicate<JavaClass> publicRecordsOf(String module) {
        return resideInAPackage("org.fourfold.node." + module)
                .and(DescribedPredicate.describe(
                        "values",
                        type -> type.isRecord()
                                || type.isEnum()
                                || type.isInterface()
                                || type.getEnclosingClass().isPresent()));
    }

    private static List<String> modulesWithPages() {
        return NODE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("org.fourfold.pages."))
                .map(name -> name.substring("org.fourfold.pages.".length()))
                .distinct()
                .sorted()
                .toList();
    }

    private static String module(String name) {
        return "org.fourfold.node." + name + "..";
    }

    private static String pages(String name) {
        return "org.fourfold.pages." + name + "..";
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(NODE);
    }
}
