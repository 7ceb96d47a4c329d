package org.fourfold.node.shell;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What a controller answers: a whole page, or "see there" after a form was taken. A page is written by the class jte made
 * from its template: {@code Html.of(out -> JteFileGenerated.render(out, null, frame, page))}.
 */
public final class Html {

    /** Writes a page. */
    @FunctionalInterface
    public interface Page {
        void write(HtmlTemplateOutput output);
    }

    private static final Page NOTHING = output -> {};

    private final HttpStatus status;
    private final Map<String, String> headers;
    private final Page page;

    private Html(HttpStatus status, Map<String, String> headers, Page page) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.page = page;
    }

    /** A page, 200. */
    public static Html of(Page page) {
        return new Html(HttpStatus.OK, Map.of(), page);
    }

    /**
     * After a form was taken: go to a path of this node (303). The path begins with one slash; anything that could lead
     * elsewhere is refused with an IllegalArgumentException.
     */
    public static Html seeOther(String path) {
        if (!isLocal(path)) {
            throw new IllegalArgumentException("a redirect leads to a path of this node");
        }
        String ascii = URI.create(path).toASCIIString();
        return new Html(HttpStatus.SEE_OTHER, Map.of(HttpHeaders.LOCATION, ascii), NOTHING);
    }

    /** Whether a path stays on this node whatever the browser makes of it. */
    public static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || c <= ' ' || c == 0x7F);
    }

    /** The same page with another status: 422 for a form to be mended, 409 for a conflict. */
    public Html status(HttpStatus other) {
        return new Html(other, headers, page);
    }

    public Html header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Html(status, more, page);
    }

    /** 429 and 503: how long to wait before the next try. */
    public Html retryAfter(Duration wait) {
        return header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
    }

    public HttpStatus status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public boolean isRedirect() {
        return status.is3xxRedirection();
    }

    /** The page's text. */
    public String render() {
        TemplateOutput text = new StringOutput();
        page.write(new OwaspHtmlTemplateOutput(text));
        return text.toString();
    }
}
