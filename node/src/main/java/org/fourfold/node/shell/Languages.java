package org.fourfold.node.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Language;

/** Which language a browser asks for: the one it chose here before, else the first of its own that we speak. */
public final class Languages {

    /** The cookie that remembers a choice made before sign-in. Holds {@code es} or {@code en}, nothing else. */
    public static final String COOKIE = "lang";

    private static final Set<String> SPOKEN = Set.of("es", "en");
    private static final int ACCEPTED_MAX = 20;

    private Languages() {}

    /** The language of the request, or the house's own when it asks for none that we speak. */
    public static Language of(HttpServletRequest request, Language house) {
        return chosen(request).or(() -> accepted(request)).orElse(house);
    }

    /** The choice kept in the cookie, if one was made. */
    public static Optional<Language> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE) && SPOKEN.contains(cookie.getValue()))
                .findFirst()
                .map(cookie -> Language.of(cookie.getValue()));
    }

    private static Optional<Language> accepted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .limit(ACCEPTED_MAX)
                .map(Locale::getLanguage)
                .filter(SPOKEN::contains)
                .findFirst()
                .map(Language::of);
    }
}
