package org.fourfold.node.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fourfold.node.Node;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every address that the node answers, as its controllers write it: {@code /files/{file}}. */
public final class Routes {

    private static final List<Class<?>> CONTROLLERS = CompiledClasses.below("org.fourfold.node", Node.class).stream()
            .filter(type ->
                    type.isAnnotationPresent(Controller.class) || type.isAnnotationPresent(RestController.class))
            .toList();

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
        for (Class<?> type : CONTROLLERS) {
            List<String> prefixes = prefixes(type);
            for (Method method : type.getDeclaredMethods()) {
                A mapping = method.getAnnotation(mapped);
                if (mapping != null) {
                    paths.apply(mapping).forEach(path -> prefixes.forEach(prefix -> routes.add(prefix + path)));
                }
            }
        }
        return routes;
    }

    private static List<String> prefixes(Class<?> type) {
        RequestMapping mapping = type.getAnnotation(RequestMapping.class);
        return mapping == null ? List.of("") : both(mapping.value(), mapping.path());
    }

    private static List<String> both(String[] value, String[] path) {
        List<String> all =
                Stream.concat(Arrays.stream(value), Arrays.stream(path)).toList();
        return all.isEmpty() ? List.of("") : all;
    }
}
