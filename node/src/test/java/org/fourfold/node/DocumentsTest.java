package org.fourfold.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents cannot rot unseen: a test that they name is there, and so is a file or a page they lead to. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Pattern NAMED_TEST = Pattern.compile("\\b([A-Z][A-Za-z0-9]*Test)\\b");
    /** What CONTRIBUTING writes where the reader puts a name. */
    private static final String PLACEHOLDER = "NameOfTest";

    private static final Pattern NAMED_CSV = Pattern.compile("`([a-z]+\\.csv)`");
    private static final Pattern NAMED_FILE =
            Pattern.compile("\\b((?:bench|tools|docs|node|command|engines)/[\\w./-]*\\w)");
    private static final Pattern FIRST_LINK =
            Pattern.compile("^\\*(?:En español|In English): \\[[^]]+]\\(([^)]+)\\)", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\((?![a-z]+:|#)([^)#]+)");

    @Test
    void everyTestThatADocumentNamesIsThere() {
        Set<String> tests = modules()
                .flatMap(module -> Sources.files(module.resolve(Path.of("src", "test", "java")), "Test.java").stream())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(tests).contains("DocumentsTest");
        List<String> missing = new ArrayList<>();
        for (Path document : documents()) {
            NAMED_TEST
                    .matcher(Sources.text(document))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !tests.contains(name) && !name.equals(PLACEHOLDER))
                    .forEach(name -> missing.add(document + ": " + name));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTableOfSentencesThatADocumentNamesIsThere() {
        Set<String> tables = modules()
                .map(module -> module.resolve(Path.of("src", "test", "resources")))
                .filter(Files::isDirectory)
                .flatMap(folder -> Sources.files(folder, ".csv").stream())
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
        for (Path document : List.of(DOCS.resolve(Path.of("security", "threat-model.md")))) {
            assertThat(NAMED_CSV.matcher(Sources.text(document)).results().map(found -> found.group(1)))
                    .isSubsetOf(tables);
        }
    }

    @Test
    void everyLinkWithinTheRepositoryLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            LINK.matcher(Sources.text(document))
                    .results()
                    .map(found -> found.group(1).strip())
                    .filter(target -> !Files.exists(document.resolveSibling(target)))
                    .forEach(target -> broken.add(document + ": " + target));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyFileOfTheRepositoryThatADocumentNamesIsThere() {
        List<String> missing = new ArrayList<>();
        for (Path document : documents()) {
            NAMED_FILE
                    .matcher(Sources.text(document))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !Files.exists(ROOT.resolve(name)))
                    .forEach(name -> missing.add(document + ": " + name));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyPageOfTheGuideIsInItsTableOfContentsAndLeadsToTheOtherLanguage() {
        Path guide = DOCS.resolve("guide");
        Path contents = guide.resolve("README.md");
        Set<String> listed = links(contents);
        for (Path page : Sources.files(guide, ".md")) {
            if (!page.equals(contents)) {
                assertThat(listed).contains(page.getFileName().toString());
                String first = FIRST_LINK
                        .matcher(Sources.text(page))
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElse("none");
                assertThat(links(guide.resolve(first)))
                        .as("%s and %s lead to each other", page.getFileName(), first)
                        .contains(page.getFileName().toString());
            }
        }
    }

    private static Set<String> links(Path document) {
        return LINK.matcher(Sources.text(document))
                .results()
                .map(found -> found.group(1).strip())
                .collect(Collectors.toSet());
    }

    private static List<Path> documents() {
        List<Path> all = new ArrayList<>(Sources.files(DOCS, ".md"));
        for (String name : List.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "bench/README.md")) {
            all.add(ROOT.resolve(name));
        }
        return all;
    }

    /** Every folder of the repository that has tests of its own. */
    private static Stream<Path> modules() {
        return Stream.concat(children(ROOT).stream(), children(ROOT.resolve("engines")).stream())
                .filter(folder -> Files.isDirectory(folder.resolve(Path.of("src", "test", "java"))));
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
