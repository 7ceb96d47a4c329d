package org.fourfold.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No page without a browser test, and no claim to a page there is not. */
class RoutesTest {

    private static final List<Class<?>> TESTS = CompiledClasses.below("org.fourfold.node", RoutesTest.class);

    @Test
    void everyRouteIsOpenedByABrowserTest() {
        Set<String> unclaimed = Routes.opened();
        unclaimed.removeAll(claims());
        assertThat(unclaimed).as("GET routes without @Visits on a browser test").isEmpty();
    }

    @Test
    void everyClaimIsARoute() {
        Set<String> gone = claims();
        assertThat(gone).isNotEmpty();
        gone.removeAll(Routes.opened());
        assertThat(gone).as("@Visits of routes there are not").isEmpty();
    }

    @Test
    void onlyBrowserTestsClaimRoutes() {
        List<String> others = TESTS.stream()
                .filter(type -> claims(type).findAny().isPresent())
                .filter(type -> Arrays.stream(type.getAnnotationsByType(Tag.class))
                        .noneMatch(tag -> tag.value().equals("browser")))
                .map(Class::getName)
                .toList();
        assertThat(others).isEmpty();
    }

    private static Set<String> claims() {
        return TESTS.stream().flatMap(RoutesTest::claims).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> claims(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods()))
                .flatMap(element -> Arrays.stream(element.getAnnotationsByType(Visits.class)))
                .flatMap(visits -> Arrays.stream(visits.value()));
    }
}
