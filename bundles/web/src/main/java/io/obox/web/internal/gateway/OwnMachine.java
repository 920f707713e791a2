package io.obox.web.internal.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/** Whether somebody asks on the machine that OBox runs on, and by one of the names that only lead there. */
public final class OwnMachine {
    /** What a proxy says of whom it asks for. */
    private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For");

    private OwnMachine() {}

    /** Whether a request was made there, and not passed on by a proxy for somebody else. */
    public static boolean made(HttpServletRequest request) {
        return PASSED_ON.stream().allMatch(header -> request.getHeader(header) == null)
                && isNamed(request.getRemoteAddr())
                && isNamed(request.getServerName());
    }

    /** Whether a name or an address is one of its own, such as {@code localhost}. */
    static boolean isNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("localhost") || lower.endsWith(".localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(lower).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
