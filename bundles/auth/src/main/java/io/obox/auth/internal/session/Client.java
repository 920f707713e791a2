package io.obox.auth.internal.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * From where somebody logs in, as the sessions' list shows it.
 *
 * @param address IP address of the peer, or what a program calls itself
 * @param userAgent what the browser calls itself, cut to 300 characters
 * @param local whether the request came from this machine itself, through no proxy
 */
public record Client(String address, String userAgent, boolean local) {
    private static final int MAX_AGENT = 300;
    private static final int IPV6_NETWORK = 8;

    /** Cuts what is too long. */
    public Client {
        userAgent = userAgent.length() > MAX_AGENT ? userAgent.substring(0, MAX_AGENT) : userAgent;
    }

    /** Someone at the SSH door. */
    public static Client shell() {
        return new Client("shell", "ssh", true);
    }

    /** What one person can't easily change: the address, of IPv6 its network. */
    public String origin() {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return Arrays.toString(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_NETWORK)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
