package org.fourfold.node.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.HealthChecks;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.pages.shell.JtehealthGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How the node is: for whoever sits at this machine, and for nobody else. Holds no guarded data. */
@Controller
public class HealthController {

    private final PageFrames frames;
    private final HealthChecks checks;

    public HealthController(PageFrames frames, HealthChecks checks) {
        this.frames = frames;
        this.checks = checks;
    }

    @GetMapping("/health")
    public Html health(HttpServletRequest request) {
        if (!fromThisMachine(request)) {
            throw new NotFoundException();
        }
        List<HealthCheck.Finding> findings = checks.look();
        boolean ill = findings.stream().anyMatch(finding -> finding.state() == HealthCheck.State.ILL);
        PageFrame frame = frames.frameForAnybody(request, ill ? "shell.health.ill" : "shell.health.well");
        return Html.of(output -> JtehealthGenerated.render(output, null, frame, new HealthPage(findings)))
                .status(ill ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
    }

    private static boolean fromThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
