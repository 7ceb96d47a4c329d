package org.fourfold.node.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.access.Member;
import org.fourfold.node.access.internal.Accounts;
import org.fourfold.node.access.internal.ListeningOfNode;
import org.fourfold.node.access.internal.SignIns;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Visitor;
import org.fourfold.pages.access.JtesignInCodeGenerated;
import org.fourfold.pages.access.JtesignInGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. The password itself is taken by the security chain. */
@Controller
public class SignInController {

    private final PageFrames frames;
    private final SignIns signIns;
    private final Accounts accounts;
    private final ListeningOfNode listening;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    public SignInController(PageFrames frames, SignIns signIns, Accounts accounts, ListeningOfNode listening) {
        this.frames = frames;
        this.signIns = signIns;
        this.accounts = accounts;
        this.listening = listening;
    }

    @GetMapping("/sign-in")
    public Html page(HttpServletRequest request, Visitor visitor, @RequestParam(defaultValue = "") String state) {
        PageFrame frame = frames.frame(request, visitor, "access.sign-in.title");
        PageFrame told = switch (state) {
            case "refused" -> frame.withProblems(List.of(Problem.of("access.sign-in-refused")));
            case "busy" -> frame.withProblems(List.of(Problem.of("access.sign-in-busy")));
            case "old" -> frame.withNotice(Text.of("access.sign-in.old"));
            case "kept" -> frame.withNotice(Text.of("access.sign-in.kept"));
            case "out" -> frame.withNotice(Text.of("access.sign-in.out"));
            default -> frame;
        };
        return Html.of(output ->
                JtesignInGenerated.render(output, null, told, new SignInPage("", told.asset("access/passkey.js"))));
    }

    @GetMapping("/sign-in/code")
    public Html codePage(HttpServletRequest request, Visitor visitor) {
        return codePage(request, visitor, "", List.of());
    }

    /** An invitation or a recovery code, and the new password it is used for. */
    @PostMapping("/sign-in/code")
    public Html code(
            HttpServletRequest request,
            HttpServletResponse response,
            Visitor visitor,
            @RequestParam String name,
            @RequestParam String code,
            @RequestParam("new-password") String password) {
        Optional<Member> member;
        try {
            member = signIns.withCode(name, code, password, Caller.address(request, listening.listening()));
        } catch (ProblemException faults) {
            return codePage(request, visitor, name, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (member.isEmpty()) {
            return codePage(request, visitor, name, List.of(Problem.of("access.code-refused")))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        // A new session: one that somebody else may have put into this browser never becomes the member's.
        SignOut.end(accounts, request);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(PasswordProvider.signedIn(member.get()));
        contexts.saveContext(context, request, response);
        return Html.seeOther("/account");
    }

    @PostMapping("/sign-out")
    public Html signOut(HttpServletRequest request) {
        SignOut.end(accounts, request);
        return Html.seeOther("/sign-in?state=out");
    }

    private Html codePage(HttpServletRequest request, Visitor visitor, String name, List<Problem> problems) {
        PageFrame frame = frames.frame(request, visitor, "access.code.title").withProblems(problems);
        return Html.of(output -> JtesignInCodeGenerated.render(output, null, frame, new SignInPage(name, "")));
    }
}
