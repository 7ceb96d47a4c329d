package org.fourfold.node.shell.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.shell.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the member who is signed in, or the visitor. Without a member there is no page for one. */
public final class ReaderResolver implements HandlerMethodArgumentResolver {

    private final PageFrames frames;

    public ReaderResolver(PageFrames frames) {
        this.frames = frames;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type.equals(Viewer.class) || type.equals(Visitor.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) {
            throw new NotFoundException();
        }
        if (parameter.getParameterType().equals(Visitor.class)) {
            return frames.visitor(servlet);
        }
        if (servlet.getAttribute(Viewer.ATTRIBUTE) instanceof Viewer viewer) {
            return viewer;
        }
        throw new NotFoundException();
    }
}
