package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The methods that Java's best compiler works on when it links are named in a file that no compiler checks. */
class LinkDirectivesTest {

    private static final Pattern OURS = Pattern.compile("\"(org/fourfold/[\\w/]+/)(\\w+|\\*)\\.(\\w+|\\*)\"");

    @Test
    void everyMethodThatIsNamedIsThere() throws IOException {
        List<MatchResult> named = OURS.matcher(Files.readString(Path.of("../tools/package/link.directives")))
                .results()
                .toList();
        assertThat(named).hasSizeGreaterThan(5);
        JavaClasses classes =
                new ClassFileImporter().importPackages("org.fourfold.linkage", "org.fourfold.command.link");
        for (MatchResult each : named) {
            assertThat(classes).as(each.group()).anyMatch(one -> isNamed(one, each));
        }
    }

    private static boolean isNamed(JavaClass one, MatchResult name) {
        String type = name.group(2);
        String method = name.group(3);
        return (one.getPackageName().replace('.', '/') + "/").equals(name.group(1))
                && (type.equals("*") || type.equals(one.getSimpleName()))
                && (method.equals("*")
                        || one.getMethods().stream().anyMatch(m -> m.getName().equals(method)));
    }
}
