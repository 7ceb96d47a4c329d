package org.fourfold.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the node says: the same things in both languages, and nothing that is asked for is missing. */
class MessagesTest {

    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern KEY_BEGINNING = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]+)*\\.)\"\\s*\\+");
    private static final Pattern TEMPLATE_USE = Pattern.compile("\\.text\\(\"([^\"]+)\"\\s*(\\+)?");
    private static final Pattern PROBLEM =
            Pattern.compile("Problem\\s*\\.(?:of|inField|inCell)\\(\\s*\"([a-z][a-z0-9.-]*)\"");

    private final Map<String, String> spanish = texts("es");
    private final Map<String, String> english = texts("en");

    @Test
    void bothLanguagesHoldTheSameKeys() {
        assertThat(english.keySet()).isEqualTo(spanish.keySet());
    }

    @Test
    void bothLanguagesNameTheSameValues() {
        List<String> different = spanish.keySet().stream()
                .filter(english::containsKey)
                .filter(key -> !names(spanish, key, "es").equals(names(english, key, "en")))
                .toList();
        assertThat(different).isEmpty();
    }

    @Test
    void noKeyIsGivenTwice() {
        List<String> twice = new ArrayList<>();
        for (Path file : Sources.files(Sources.MESSAGES, ".properties")) {
            Set<String> seen = new TreeSet<>();
            Sources.text(file)
                    .lines()
                    .filter(line -> line.matches("[a-z][A-Za-z0-9.-]*\\s*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .filter(key -> !seen.add(key))
                    .forEach(key -> twice.add(file + " " + key));
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everyKeyOfATemplateHasAText() {
        List<String> missing = new ArrayList<>();
        for (Path template : Sources.files(Sources.TEMPLATES, ".jte")) {
            Matcher use = TEMPLATE_USE.matcher(Sources.text(template));
            while (use.find()) {
                boolean beginning = use.group(2) != null;
                if (beginning ? !begins(use.group(1)) : !spanish.containsKey(use.group(1))) {
                    missing.add(template.getFileName() + " " + use.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyProblemHasItsFaultAndItsMend() {
        List<String> missing = new ArrayList<>();
        for (Path file : Sources.files(Sources.JAVA, ".java")) {
            Matcher problem = PROBLEM.matcher(Sources.text(file));
            while (problem.find()) {
                for (String part : List.of(".fault", ".mend")) {
                    if (!spanish.containsKey(problem.group(1) + part)) {
                        missing.add(file.getFileName() + " " + problem.group(1) + part);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noTextIsLeftThatNothingAsksFor() {
        String sources =
                Sources.files(Sources.JAVA, ".java").stream().map(Sources::text).collect(Collectors.joining())
                        + Sources.files(Sources.TEMPLATES, ".jte").stream()
                                .map(Sources::text)
                                .collect(Collectors.joining());
        Set<String> asked = matches(KEY, sources);
        Set<String> beginnings = matches(KEY_BEGINNING, sources);
        List<String> unused = spanish.keySet().stream()
                .filter(key -> !asked.contains(key))
                .filter(key -> !(isPartOfProblem(key) && asked.contains(withoutLast(key))))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .toList();
        assertThat(unused).as("texts that nothing asks for").isEmpty();
    }

    @Test
    void everyPatternCanBeRead() {
        List<String> broken = new ArrayList<>();
        for (var language : Map.of("es", spanish, "en", english).entrySet()) {
            language.getValue().forEach((key, text) -> {
                try {
                    assertThat(new MessageFormat(text, Locale.forLanguageTag(language.getKey())))
                            .isNotNull();
                } catch (IllegalArgumentException e) {
                    broken.add(language.getKey() + " " + key);
                }
            });
        }
        assertThat(broken).isEmpty();
    }

    private boolean begins(String beginning) {
        return spanish.keySet().stream().anyMatch(key -> key.startsWith(beginning));
    }

    private static boolean isPartOfProblem(String key) {
        return key.endsWith(".fault") || key.endsWith(".mend");
    }

    private static String withoutLast(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    private static Set<String> names(Map<String, String> texts, String key, String language) {
        String text = texts.getOrDefault(key, "");
        return new TreeSet<>(new MessageFormat(text, Locale.forLanguageTag(language)).getArgumentNames());
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, String> texts(String language) {
        Map<String, String> all = new TreeMap<>();
        for (Path file : Sources.files(Sources.MESSAGES, "messages_" + language + ".properties")) {
            Properties read = new Properties();
            try {
                read.load(new StringReader(Sources.text(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            read.forEach((key, text) -> all.put(key.toString(), text.toString()));
        }
        return all;
    }
}
