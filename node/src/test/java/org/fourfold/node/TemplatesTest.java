package org.fourfold.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no template may hold, because the content security policy bars it or because it would leave this machine. */
class TemplatesTest {

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^<>]*>", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>([^<]*)</script>");
    private static final Pattern OUTSIDE =
            Pattern.compile("(?:https?:)?//[a-z0-9.-]+\\.[a-z]{2,}", Pattern.CASE_INSENSITIVE);

    @Test
    void noTemplateHoldsAStyleAttribute() {
        assertThat(tagsWith("\\sstyle\\s*=")).isEmpty();
        assertThat(found(Pattern.compile("<style\\b"))).isEmpty();
    }

    @Test
    void noTemplateHoldsAScriptOfItsOwn() {
        assertThat(tagsWith("\\son[a-z]+\\s*=")).isEmpty();
        assertThat(tagsWith("\\s(?:data-)?hx-on")).isEmpty();
        assertThat(found(Pattern.compile("javascript:|\\bjs:"))).isEmpty();
        List<String> inline = new ArrayList<>();
        for (Path template : templates()) {
            Matcher script = SCRIPT.matcher(Sources.text(template));
            while (script.find()) {
                if (!script.group(1).isBlank()) {
                    inline.add(template.toString());
                }
            }
        }
        assertThat(inline).isEmpty();
    }

    @Test
    void noTriggerHoldsAFilter() {
        assertThat(tagsWith("hx-trigger\\s*=\\s*\"[^\"]*\\[")).isEmpty();
        assertThat(tagsWith("\\s(?:data-)?hx-(?:vals|headers|live|eval)\\b")).isEmpty();
    }

    @Test
    void noTemplateNamesAnotherHost() {
        assertThat(found(OUTSIDE)).isEmpty();
    }

    @Test
    void noTemplateWritesWithoutEscaping() {
        assertThat(found(Pattern.compile("\\$unsafe\\{"))).isEmpty();
    }

    @Test
    void everyPictureAndFrameSaysWhatItIs() {
        assertThat(tagsWith("^<(?:img)(?![^>]*\\salt=)")).isEmpty();
        assertThat(tagsWith("^<(?:iframe|object|embed)")).isEmpty();
    }

    @Test
    void everyFormThatIsSentCarriesTheTokenThatItIsOurs() {
        List<String> bare = new ArrayList<>();
        for (Path template : templates()) {
            String text = Sources.text(template);
            boolean posts = Pattern.compile("method=\"post\"").matcher(text).find();
            if (posts && !text.contains("csrf()")) {
                bare.add(template.toString());
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void noStyleSheetAsksAnotherHost() {
        List<String> outside = new ArrayList<>();
        for (Path sheet : Sources.files(Sources.STATIC, ".css")) {
            String text = Sources.text(sheet);
            if (OUTSIDE.matcher(text).find() || text.contains("@import")) {
                outside.add(sheet.toString());
            }
        }
        assertThat(outside).isEmpty();
    }

    private static List<Path> templates() {
        return Sources.files(Sources.TEMPLATES, ".jte");
    }

    private static List<String> tagsWith(String pattern) {
        Pattern wanted = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        List<String> found = new ArrayList<>();
        for (Path template : templates()) {
            Matcher tag = TAG.matcher(Sources.text(template));
            while (tag.find()) {
                if (wanted.matcher(tag.group()).find()) {
                    found.add(template.getFileName() + ": " + tag.group());
                }
            }
        }
        return found;
    }

    private static List<String> found(Pattern pattern) {
        List<String> found = new ArrayList<>();
        for (Path template : templates()) {
            Matcher match = pattern.matcher(Sources.text(template));
            if (match.find()) {
                found.add(template.getFileName() + ": " + match.group());
            }
        }
        return found;
    }
}
