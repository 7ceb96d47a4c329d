package org.fourfold.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** No page without a browser test, and no claim to a page there is not. */
class RoutesTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.fourfold.node");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("org.fourfold.node");

    @Test
    void everyRouteIsOpenedByABrowserTest() {
        Set<String> unclaimed = routes();
        unclaimed.removeAll(claims());
        assertThat(unclaimed).as("GET routes without @Visits on a browser test").isEmpty();
    }

    @Test
    void everyClaimIsARoute() {
        Set<String> gone = claims();
        gone.removeAll(routes());
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

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (JavaClass type : MAIN) {
            if (type.isAnnotatedWith(Controller.class) || type.isAnnotatedWith(RestController.class)) {
                List<String> prefixes = type.isAnnotatedWith(RequestMapping.class)
                        ? paths(
                                type.getAnnotationOfType(RequestMapping.class).value(),
                                type.getAnnotationOfType(RequestMapping.class).path())
                        : List.of("");
                type.getMethods().stream()
                        .filter(method -> method.isAnnotatedWith(GetMapping.class))
                        .flatMap(RoutesTest::paths)
                        .forEach(path -> prefixes.forEach(prefix -> routes.add(prefix + path)));
            }
        }
        return routes;
    }

    private static Stream<String> paths(JavaMethod method) {
        GetMapping mapping = method.getAnnotationOfType(GetMapping.class);
        return paths(mapping.value(), mapping.path()).stream();
    }

    private static List<String> paths(String[] value, String[] path) {
        List<String> all =
                Stream.concat(Arrays.stream(value), Arrays.stream(path)).toList();
        return all.isEmpty() ? List.of("") : all;
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
