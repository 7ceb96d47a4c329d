package org.fourfold.estimate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import org.fourfold.estimate.run.Fault;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.ProblemWords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The house of the engine")
class StructureTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.fourfold.estimate");

    @Test
    @DisplayName("stands on the JDK and the libraries that its package names")
    void standsOnWhatItNames() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.fourfold.estimate..",
                        "org.jspecify..",
                        "com.google.errorprone..",
                        "org.hipparchus..")
                .check(ENGINE);
    }

    @Test
    @DisplayName("has no two packages that lean on each other")
    void hasNoCycles() {
        slices().matching("org.fourfold.estimate.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ENGINE);
    }

    @Test
    @DisplayName("has words for each fault in both languages")
    void hasWords() {
        List<JavaClass> faults = ENGINE.stream()
                .filter(c -> c.isEnum() && c.isAssignableTo(Fault.class))
                .toList();
        for (JavaClass found : faults) {
            for (Object constant : found.reflect().getEnumConstants()) {
                Problem problem = Problem.of((Fault) constant, "a place", "1", "2", "3", "4");
                for (String language : List.of("en", "es")) {
                    assertThat(ProblemWords.of(problem, Locale.of(language)))
                            .as("%s in %s", constant, language)
                            .isNotBlank()
                            .doesNotContain("{");
                }
            }
        }
    }
}
