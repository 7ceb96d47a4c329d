package org.fourfold.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No page without a browser test, and no claim to a page there is not. */
class RoutesTest {

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("org.fourfold.node");

    @Test
    void everyRouteIsOpenedByABrowserTest() {
        Set<String> unclaimed = Routes.opened();
        unclaimed.removeAll(claims());
        assertThat(unclaimed).as("GET routes without @Visits on a browser test").isEmpty();
    }

    @Test
    void everyClaimIsARoute() {
        Set<String> gone = claims();
        gone.removeAll(Routes.opened());
        assertThat(gone).as("@Visits of routes there are not").isEmpty();
    }

    @Test
    void onlyBrowserTestsClaimRoutes() {
        List<String> others = TESTS.stream()
                .filter(type -> type.isAnnotatedWith(Visits.class)
                        || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Visits.class)))
                .filter(type -> !type.isAnnotatedWith(Tag.class)
                        || !type.getAnnotationOfType(Tag.class).value().equals("browser"))
                .map(JavaClass::getName)
                .toList();
        assertThat(others).isEmpty();
    }

    private static Set<String> claims() {
        Set<String> claims = new TreeSet<>();
        for (JavaClass type : TESTS) {
            if (type.isAnnotatedWith(Visits.class)) {
                claims.addAll(List.of(type.getAnnotationOfType(Visits.class).value()));
            }
            for (JavaMethod method : type.getMethods()) {
                if (method.isAnnotatedWith(Visits.class)) {
                    claims.addAll(
                            List.of(method.getAnnotationOfType(Visits.class).value()));
                }
            }
        }
        return claims;
    }
}
