package org.fourfold.node.trust.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Visitor;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.SheetSeen;
import org.fourfold.pages.trust.JteunlockGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens the node with the organisation's passphrase or its recovery sheet, and locks it from any screen. */
@Controller
public class UnlockController {

    /** After this many wrong passphrases in a row each further one costs a pause. */
    private static final int FREE_TRIES = 5;

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Keyring keyring;
    private final PageFrames frames;
    private final SheetSeen sheet;
    private final InstantSource clock;
    private final Object tries = new Object();
    private int failures;
    private Instant closedUntil = Instant.MIN;

    public UnlockController(Keyring keyring, PageFrames frames, SheetSeen sheet, InstantSource clock) {
        this.keyring = keyring;
        this.frames = frames;
        this.sheet = sheet;
        this.clock = clock;
    }

    @GetMapping("/unlock")
    public Html ask(HttpServletRequest request, Visitor visitor, @RequestParam(defaultValue = "/") String back) {
        return keyring.isUnlocked()
                ? Html.seeOther(local(back))
                : page(request, visitor, new UnlockPage(local(back), false), List.of());
    }

    @GetMapping("/unlock/sheet")
    public Html askForSheet(HttpServletRequest request, Visitor visitor) {
        return keyring.isUnlocked() ? Html.seeOther("/") : page(request, visitor, new UnlockPage("/", true), List.of());
    }

    @PostMapping("/unlock")
    public Html unlock(
            HttpServletRequest request,
            Visitor visitor,
            @RequestParam(defaultValue = "") String passphrase,
            @RequestParam(defaultValue = "/") String back) {
        char[] typed = passphrase.toCharArray();
        return attempt(request, visitor, new UnlockPage(local(back), false), () -> keyring.unlock(typed), typed);
    }

    @PostMapping("/unlock/sheet")
    public Html recover(
            HttpServletRequest request,
            Visitor visitor,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String passphrase) {
        char[] typed = passphrase.toCharArray();
        return attempt(request, visitor, new UnlockPage("/", true), () -> recover(code, typed), typed);
    }

    private void recover(String code, char[] passphrase) {
        keyring.recover(code, passphrase);
        sheet.seen(clock.instant());
    }

    /** Anybody at a screen of this node may lock it: that protects, and only the passphrase undoes it. */
    @PostMapping("/lock")
    public Html lock() {
        keyring.lock();
        return Html.seeOther("/unlock");
    }

    private Html attempt(HttpServletRequest request, Visitor visitor, UnlockPage page, Runnable opening, char[] typed) {
        try {
            refuseWhileClosed();
            opening.run();
            succeeded();
            return Html.seeOther(page.back());
        } catch (ProblemException fault) {
            failed(fault);
            return page(request, visitor, page, fault.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    private void refuseWhileClosed() {
        synchronized (tries) {
            if (clock.instant().isBefore(closedUntil)) {
                throw new ProblemException(Problem.of("trust.unlock-pause"));
            }
        }
    }

    private void succeeded() {
        synchronized (tries) {
            failures = 0;
        }
    }

    private void failed(ProblemException fault) {
        boolean wrong = fault.problems().stream()
                .map(Problem::code)
                .anyMatch(List.of("trust.wrong-passphrase", "trust.recovery-other")::contains);
        synchronized (tries) {
            if (wrong && ++failures >= FREE_TRIES) {
                closedUntil = clock.instant().plus(PAUSE);
            }
        }
    }

    private Html page(HttpServletRequest request, Visitor visitor, UnlockPage page, List<Problem> problems) {
        String title = page.recovering() ? "trust.sheet.title" : "trust.unlock.title";
        PageFrame frame = frames.frame(request, visitor, title).withProblems(problems);
        return Html.of(output -> JteunlockGenerated.render(output, null, frame, page));
    }

    private static String local(String back) {
        return Html.isLocal(back) ? back : "/";
    }
}
