package org.fourfold.node.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.fourfold.node.frame.Language;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.LanguageChoice;
import org.fourfold.node.shell.Languages;
import org.fourfold.node.shell.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches the language and goes back to the page one came from. Changes nothing else. */
@Controller
public class LanguageController {

    private static final Duration KEPT = Duration.ofDays(180);

    private final List<LanguageChoice> choices;

    public LanguageController(List<LanguageChoice> choices) {
        this.choices = List.copyOf(choices);
    }

    @GetMapping("/language/es")
    public Html spanish(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "/") String back) {
        return choose(request, response, Language.ES, back);
    }

    @GetMapping("/language/en")
    public Html english(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "/") String back) {
        return choose(request, response, Language.EN, back);
    }

    private Html choose(HttpServletRequest request, HttpServletResponse response, Language language, String back) {
        if (request.getAttribute(Viewer.ATTRIBUTE) instanceof Viewer viewer) {
            choices.forEach(choice -> choice.chosen(viewer, language));
        }
        ResponseCookie cookie = ResponseCookie.from(Languages.COOKIE, language.tag())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return Html.seeOther(Html.isLocal(back) ? back : "/");
    }
}
