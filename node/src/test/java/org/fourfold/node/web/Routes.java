package org.fourfold.node.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every address that the node answers, as its controllers write it: {@code /files/{file}}. */
public final class Routes {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.fourfold.node");

    private Routes() {}

    /** Those that are opened. */
    public static Set<String> opened() {
        return routes(GetMapping.class, mapping -> both(mapping.value(), mapping.path()));
    }

    /** Those that forms are sent to. */
    public static Set<String> sentTo() {
        return routes(PostMapping.class, mapping -> both(mapping.value(), mapping.path()));
    }

    private static <A extends Annotation> Set<String> routes(Class<A> mapped, Function<A, List<String>> paths) {
        Set<String> routes = new TreeSet<>();
        for (JavaClass type : MAIN) {
            if (type.isAnnotatedWith(Controller.class) || type.isAnnotatedWith(RestController.class)) {
                List<String> prefixes = prefixes(type);
                for (JavaMethod method : type.getMethods()) {
                    if (method.isAnnotatedWith(mapped)) {
                        paths.apply(method.getAnnotationOfType(mapped))
                                .forEach(path -> prefixes.forEach(prefix -> routes.add(prefix + path)));
                    }
                }
            }
        }
        return routes;
    }

    private static List<String> prefixes(JavaClass type) {
        if (!type.isAnnotatedWith(RequestMapping.class)) {
            return List.of("");
        }
        RequestMapping mapping = type.getAnnotationOfType(RequestMapping.class);
        return both(mapping.value(), mapping.path());
    }

    private static List<String> both(String[] value, String[] path) {
        List<String> all =
                Stream.concat(Arrays.stream(value), Arrays.stream(path)).toList();
        return all.isEmpty() ? List.of("") : all;
    }
}
