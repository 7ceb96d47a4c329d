package org.fourfold.node.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.access.Device;
import org.fourfold.node.access.Devices;
import org.fourfold.node.access.Listening;
import org.fourfold.node.access.NodeCertificate;
import org.fourfold.node.access.internal.ListeningOfNode;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.shell.Visitor;
import org.fourfold.pages.access.JtedevicesGenerated;
import org.fourfold.pages.access.JtepairGenerated;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pairing devices, listing and revoking them. Only where the node listens beyond loopback. */
@Controller
public class DevicesController {

    private static final Duration COOKIE_KEPT = Duration.ofDays(365);

    private final PageFrames frames;
    private final Devices devices;
    private final Listening listening;
    private final Optional<NodeCertificate> certificate;

    public DevicesController(
            PageFrames frames,
            Devices devices,
            ListeningOfNode listening,
            ObjectProvider<NodeCertificate> certificate) {
        this.frames = frames;
        this.devices = devices;
        this.listening = listening.listening();
        this.certificate = Optional.ofNullable(certificate.getIfAvailable());
    }

    @GetMapping("/members/devices")
    public Html devices(HttpServletRequest request, Viewer viewer) {
        return page(request, viewer, "");
    }

    /** Shows the pairing in the answer itself: its code is never shown again. */
    @PostMapping("/members/devices/pair")
    public Html openPairing(HttpServletRequest request, Viewer viewer) {
        requirePairing();
        return page(
                request,
                viewer,
                origin(request) + "/pair/" + devices.openPairing(MembersController.Granting.actor(viewer)));
    }

    @PostMapping("/members/devices/revoke")
    public Html revoke(Viewer viewer, @RequestParam String id) {
        devices.revoke(MembersController.Granting.actor(viewer), UUID.fromString(id));
        return Html.seeOther("/members/devices");
    }

    @GetMapping("/pair/{code}")
    public Html pairPage(HttpServletRequest request, Visitor visitor, @PathVariable String code) {
        return pairPage(request, visitor, code, List.of());
    }

    @PostMapping("/pair/{code}")
    public Html pair(
            HttpServletRequest request,
            HttpServletResponse response,
            Visitor visitor,
            @PathVariable String code,
            @RequestParam String label) {
        requirePairing();
        String name = label.strip();
        if (name.isEmpty() || name.length() > Device.LABEL_LENGTH_MAX) {
            return pairPage(request, visitor, code, List.of(Problem.inField("access.device-label-length", "label")))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String cookie = devices.pair(code, name).orElseThrow(NotFoundException::new);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(DeviceFilter.COOKIE, cookie)
                        .path("/")
                        .httpOnly(true)
                        .secure(true)
                        .sameSite("Strict")
                        .maxAge(COOKIE_KEPT)
                        .build()
                        .toString());
        return Html.seeOther("/sign-in");
    }

    private Html pairPage(HttpServletRequest request, Visitor visitor, String code, List<Problem> problems) {
        if (!devices.isOpen(code)) {
            throw new NotFoundException();
        }
        PageFrame frame =
                frames.frame(request, visitor, "access.devices.pair-title").withProblems(problems);
        return Html.of(output -> JtepairGenerated.render(output, null, frame, new PairPage(code)));
    }

    private Html page(HttpServletRequest request, Viewer viewer, String address) {
        requirePairing();
        PageFrame frame = MembersController.Granting.frame(frames, request, viewer, Text.of("access.devices.title"))
                .withLead(Text.of("access.devices.lead"));
        DevicesPage page = new DevicesPage(
                devices.list(MembersController.Granting.actor(viewer)),
                address,
                address.isEmpty() ? "" : QrCode.dataUri(address),
                certificate.map(NodeCertificate::fingerprint).orElse(""));
        return Html.of(output -> JtedevicesGenerated.render(output, null, frame, page));
    }

    /** Where the other device finds this node. */
    private String origin(HttpServletRequest request) {
        return switch (listening) {
            case Listening.Loopback loopback -> throw new NotFoundException();
            case Listening.Lan lan -> "https://" + lan.outsideHost(request.getServerName()) + ":" + lan.port();
            case Listening.BehindProxy proxy -> "https://" + proxy.host();
        };
    }

    private void requirePairing() {
        if (!listening.pairing()) {
            throw new NotFoundException();
        }
    }
}
