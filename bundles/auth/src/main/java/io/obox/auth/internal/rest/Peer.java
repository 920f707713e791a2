package io.obox.auth.internal.rest;

import io.obox.auth.internal.session.Client;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who is at the other end of a request's connection. */
final class Peer {
    private Peer() {}

    static Client of(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return new Client(request.getRemoteAddr(), agent == null ? "" : agent, isLocal(request));
    }

    /** From this machine, and not from a proxy on it that speaks for somebody else. */
    private static boolean isLocal(HttpServletRequest request) {
        if (request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
