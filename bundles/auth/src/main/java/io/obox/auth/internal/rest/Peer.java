package io.obox.auth.internal.rest;

import io.obox.auth.internal.session.Client;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who is at the other end of a request's connection. */
final class Peer {
    private Peer() {}

    /** With what the browser shows to be known, or null. */
    static Client of(HttpServletRequest request, @Nullable String device) {
        String agent = request.getHeader("User-Agent");
        return new Client(request.getRemoteAddr(), agent == null ? "" : agent, isLocal(request), device);
    }

    /** From this machine and by its own name, and not from a proxy on it that speaks for somebody else. */
    private static boolean isLocal(HttpServletRequest request) {
        if (request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null) {
            return false;
        }
        String name = request.getServerName().toLowerCase(Locale.ROOT);
        return isLoopback(request.getRemoteAddr())
                && (name.equals("localhost") || name.endsWith(".localhost") || isLoopback(name));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
