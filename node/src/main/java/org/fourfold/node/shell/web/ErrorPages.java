package org.fourfold.node.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.NoRoomException;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.RevisionConflictException;
import org.fourfold.node.shell.TooManyRequestsException;
import org.fourfold.pages.shell.JteconflictGenerated;
import org.fourfold.pages.shell.JteerrorGenerated;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Whatever a controller did not catch becomes a page that tells the mend. No page and no log line holds an exception's
 * message: it could hold what somebody typed.
 */
@Controller
@ControllerAdvice
public class ErrorPages {

    /** Where the server sends what failed outside a controller. */
    public static final String PATH = "/error";

    private static final Duration BUSY_WAIT = Duration.ofSeconds(3);
    /** PostgreSQL's code for a character that no text of it can hold. */
    private static final String NO_SUCH_CHARACTER = "22021";

    private static final String BUSY_CODE = "frame.database-busy";

    private final PageFrames frames;
    private final FaultLog faults;

    public ErrorPages(PageFrames frames, FaultLog faults) {
        this.frames = frames;
        this.faults = faults;
    }

    /** The page for a status the server gave: a refusal of the security chain, a path nobody answers. */
    @RequestMapping(PATH)
    public Html byStatus(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof InvalidParameterException form) {
            // A form too large or wrongly encoded: the server found that before any controller was asked.
            return page(request, ErrorPage.of(ErrorPage.Kind.of(form.getErrorCode())));
        }
        if (thrown instanceof Throwable failure) {
            return fault(request, failure);
        }
        return page(request, ErrorPage.of(ErrorPage.Kind.of(status)));
    }

    @ExceptionHandler({RefusedException.class, NotFoundException.class})
    Html notHere(HttpServletRequest request) {
        return page(request, ErrorPage.of(ErrorPage.Kind.NOT_HERE));
    }

    /** The keys are locked: the page that unlocks them comes first, and leads back when the page can be opened again. */
    @ExceptionHandler(LockedException.class)
    Html locked(HttpServletRequest request) {
        String back = request.getMethod().equals("GET") ? request.getRequestURI() : "/";
        return Html.seeOther("/unlock?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    @ExceptionHandler
    Html conflict(HttpServletRequest request, RevisionConflictException conflict) {
        PageFrame frame = frames.frameForAnybody(request, "shell.error.conflict.title");
        ConflictPage page = new ConflictPage(conflict.formPath(), conflict.differences());
        return Html.of(output -> JteconflictGenerated.render(output, null, frame, page))
                .status(ErrorPage.Kind.CONFLICT.status());
    }

    @ExceptionHandler
    Html tooMany(HttpServletRequest request, TooManyRequestsException refusal) {
        return page(request, ErrorPage.of(ErrorPage.Kind.TOO_MANY).waiting(refusal.waitFor()));
    }

    @ExceptionHandler
    Html problems(HttpServletRequest request, ProblemException exception) {
        List<Problem> problems = exception.problems();
        if (problems.stream().anyMatch(problem -> problem.code().equals(BUSY_CODE))) {
            return busy(request);
        }
        ErrorPage page = ErrorPage.of(ErrorPage.Kind.TO_MEND);
        return page(request, exception instanceof NoRoomException ? page.butInAnEmergency() : page, problems);
    }

    @ExceptionHandler({TransientDataAccessException.class, DataAccessResourceFailureException.class})
    Html busy(HttpServletRequest request) {
        return page(request, ErrorPage.of(ErrorPage.Kind.BUSY).waiting(BUSY_WAIT));
    }

    /** A NUL, say, in a form: nothing a keyboard sends. Any other value that the database refuses is a fault of ours. */
    @ExceptionHandler(DataIntegrityViolationException.class)
    Html notStorable(HttpServletRequest request, DataIntegrityViolationException refused) {
        return refused.getRootCause() instanceof SQLException told && NO_SUCH_CHARACTER.equals(told.getSQLState())
                ? page(request, ErrorPage.of(ErrorPage.Kind.UNREADABLE))
                : fault(request, refused);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Html tooLarge(HttpServletRequest request) {
        return page(request, ErrorPage.of(ErrorPage.Kind.TOO_LARGE));
    }

    @ExceptionHandler
    Html fault(HttpServletRequest request, Throwable failure) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return page(
                    request,
                    ErrorPage.of(ErrorPage.Kind.of(known.getStatusCode().value())));
        }
        if (failure instanceof org.springframework.beans.TypeMismatchException
                || failure instanceof org.springframework.http.converter.HttpMessageNotReadableException) {
            return page(request, ErrorPage.of(ErrorPage.Kind.UNREADABLE));
        }
        return page(request, ErrorPage.of(ErrorPage.Kind.FAULT).referring(faults.write(failure)));
    }

    private Html page(HttpServletRequest request, ErrorPage error) {
        return page(request, error, List.of());
    }

    private Html page(HttpServletRequest request, ErrorPage error, List<Problem> problems) {
        PageFrame frame = frames.frameForAnybody(request, error.titleKey()).withProblems(problems);
        Html html = Html.of(output -> JteerrorGenerated.render(output, null, frame, error))
                .status(error.kind().status());
        return error.pause().map(html::retryAfter).orElse(html);
    }
}
