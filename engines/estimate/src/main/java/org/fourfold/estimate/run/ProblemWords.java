package org.fourfold.estimate.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link Problem} in words: place, fault and mend, in English or Spanish. */
public final class ProblemWords {

    private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

    private ProblemWords() {}

    public static String of(Problem problem, Locale locale) {
        Object[] details = new Object[problem.details().size() + 1];
        details[0] = problem.place();
        for (int i = 1; i < details.length; i++) {
            details[i] = problem.details().get(i - 1);
        }
        String words =
                texts(problem.fault(), locale).getProperty(problem.fault().code());
        if (words == null) {
            throw new IllegalStateException("no words for " + problem.fault().code());
        }
        return new MessageFormat(words, locale).format(details);
    }

    private static Properties texts(Fault fault, Locale locale) {
        Class<?> home = ((Enum<?>) fault).getDeclaringClass();
        String file = "problems_" + (locale.getLanguage().equals("es") ? "es" : "en") + ".properties";
        return READ.computeIfAbsent(home.getPackageName() + "/" + file, key -> read(home, file));
    }

    private static Properties read(Class<?> home, String file) {
        Properties texts = new Properties();
        try (InputStream in = home.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " beside " + home.getName());
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
