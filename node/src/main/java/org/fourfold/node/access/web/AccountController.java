package org.fourfold.node.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fourfold.node.access.OneTimeCode;
import org.fourfold.node.access.internal.Accounts;
import org.fourfold.node.access.internal.ListeningOfNode;
import org.fourfold.node.access.internal.Passkeys;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.access.JteaccountGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A member's own account: password, passkeys, recovery codes. */
@Controller
public class AccountController {

    private final PageFrames frames;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final ListeningOfNode listening;

    public AccountController(PageFrames frames, Accounts accounts, Passkeys passkeys, ListeningOfNode listening) {
        this.frames = frames;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.listening = listening;
    }

    @GetMapping("/account")
    public Html account(HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String done) {
        PageFrame frame = frame(request, viewer);
        PageFrame told = switch (done) {
            case "password" -> frame.withNotice(Text.of("access.account.password-done"));
            case "passkey" -> frame.withNotice(Text.of("access.account.passkey-done"));
            case "removed" -> frame.withNotice(Text.of("access.account.passkey-removed"));
            default -> frame;
        };
        return page(request, told, List.of());
    }

    @PostMapping("/account/proof")
    public Html prove(HttpServletRequest request, Viewer viewer, @RequestParam String password) {
        return mending(request, viewer, () -> {
            accounts.prove(live(request).member(), session(request), password, address(request));
            return Html.seeOther("/account");
        });
    }

    @PostMapping("/account/password")
    public Html password(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam("old-password") String old,
            @RequestParam("new-password") String changed) {
        return mending(request, viewer, () -> {
            accounts.changePassword(live(request).member(), session(request), old, changed, address(request));
            return Html.seeOther("/account?done=password");
        });
    }

    /** Shows the codes in the answer itself: they are never stored in a form that could be shown again. */
    @PostMapping("/account/codes")
    public Html codes(HttpServletRequest request, Viewer viewer) {
        requireProof(request);
        List<OneTimeCode> codes = accounts.newRecoveryCodes(viewer.member());
        return page(
                request,
                frame(request, viewer),
                codes.stream().map(OneTimeCode::text).toList());
    }

    @PostMapping("/account/passkeys/remove")
    public Html removePasskey(HttpServletRequest request, Viewer viewer, @RequestParam String id) {
        requireProof(request);
        boolean gone = passkeys.remove(viewer.member(), Bytes.fromBase64(id).getBytes());
        return Html.seeOther(gone ? "/account?done=removed" : "/account");
    }

    private Html mending(HttpServletRequest request, Viewer viewer, java.util.function.Supplier<Html> work) {
        try {
            return work.get();
        } catch (ProblemException faults) {
            return page(request, frame(request, viewer).withProblems(faults.problems()), List.of())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void requireProof(HttpServletRequest request) {
        if (!accounts.isRecent(live(request).provedAt())) {
            throw new ProblemException(Problem.of("access.proof-old"));
        }
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.TODAY, Optional.empty(), Text.of("access.account.title"));
    }

    private Html page(HttpServletRequest request, PageFrame frame, List<String> codes) {
        Accounts.Live live = live(request);
        AccountPage page = new AccountPage(
                live.member().signInName().value(),
                live.member().roles().stream()
                        .sorted()
                        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList(),
                accounts.recoveryCodesLeft(live.member().id()),
                codes,
                passkeyLines(live.member().signInName().value()),
                accounts.isRecent(live.provedAt()));
        return Html.of(output -> JteaccountGenerated.render(output, null, frame, page));
    }

    private List<AccountPage.PasskeyLine> passkeyLines(String signInName) {
        PublicKeyCredentialUserEntity entity = passkeys.findByUsername(signInName);
        return entity == null
                ? List.of()
                : passkeys.findByUserId(entity.getId()).stream()
                        .map(one -> new AccountPage.PasskeyLine(
                                one.getCredentialId().toBase64UrlString(), one.getLabel(), one.getCreated()))
                        .toList();
    }

    private static Accounts.Live live(HttpServletRequest request) {
        if (request.getAttribute(MemberFilter.LIVE) instanceof Accounts.Live live) {
            return live;
        }
        throw new RefusedException("no-session");
    }

    private static String session(HttpServletRequest request) {
        return request.getSession().getId();
    }

    private String address(HttpServletRequest request) {
        return Caller.address(request, listening.listening());
    }
}
