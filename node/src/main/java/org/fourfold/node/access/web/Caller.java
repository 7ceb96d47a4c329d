package org.fourfold.node.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.fourfold.node.access.Listening;

/** Where a request comes from. */
final class Caller {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private Caller() {}

    /** The address of the browser's machine: behind a declared proxy the last one it wrote down, else the sender's. */
    static String address(HttpServletRequest request, Listening listening) {
        return switch (listening) {
            case Listening.Loopback loopback -> request.getRemoteAddr();
            case Listening.Lan lan -> request.getRemoteAddr();
            case Listening.BehindProxy proxy -> {
                String header = request.getHeader(FORWARDED_FOR);
                yield header == null
                        ? request.getRemoteAddr()
                        : header.substring(header.lastIndexOf(',') + 1).strip();
            }
        };
    }

    /** Whether the request comes from this very machine; never true behind a proxy. */
    static boolean isThisMachine(HttpServletRequest request, Listening listening) {
        if (listening instanceof Listening.BehindProxy) {
            return false;
        }
        try {
            // An address in digits: no name is looked up.
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
