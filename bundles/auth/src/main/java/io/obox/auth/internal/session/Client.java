package io.obox.auth.internal.session;

import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody logs in, as the sessions' list shows it.
 *
 * @param address IP address of the peer, or what a program calls itself
 * @param userAgent what the browser calls itself, cut to 300 characters
 * @param local whether the request came from this machine itself, through no proxy
 * @param device what the browser shows to be known, or null
 */
public record Client(
        String address,
        String userAgent,
        boolean local,
        @Nullable String device) {
    private static final int MAX_AGENT = 300;
    private static final int IPV6_NETWORK = 8;
    private static final String SHELL = "ssh ";

    /** Cuts what is too long. */
    public Client {
        userAgent = userAgent.length() > MAX_AGENT ? userAgent.substring(0, MAX_AGENT) : userAgent;
    }

    /** One that shows nothing. */
    public Client(String address, String userAgent, boolean local) {
        this(address, userAgent, local, null);
    }

    /** Someone at the SSH door. */
    public static Client shell(InetAddress address) {
        return new Client(SHELL + address.getHostAddress(), "ssh", address.isLoopbackAddress());
    }

    /** What one person can't easily change: the address, of IPv6 its network. */
    public String origin() {
        return address.startsWith(SHELL) ? SHELL + network(address.substring(SHELL.length())) : network(address);
    }

    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return Arrays.toString(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_NETWORK)));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
