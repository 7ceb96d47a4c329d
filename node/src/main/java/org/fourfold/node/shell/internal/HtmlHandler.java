package org.fourfold.node.shell.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fourfold.node.shell.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes what a controller answered. The whole page is rendered before the first byte goes out, so an error can still be told. */
public final class HtmlHandler implements HandlerMethodReturnValueHandler {

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Html.class.equals(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        if (returned instanceof Html html && response != null) {
            write(html, response);
        }
    }

    /** The same for filters and handlers outside the dispatcher. */
    public static void write(Html html, HttpServletResponse response) throws IOException {
        byte[] body = html.render().getBytes(StandardCharsets.UTF_8);
        response.setStatus(html.status().value());
        html.headers().forEach(response::setHeader);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
