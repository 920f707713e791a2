package io.obox.http.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/** Where connections come from. */
final class Origins {
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
    /** What one customer of a provider has of the new addresses. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final InetAddressSet proxies = new InetAddressSet();

    /** With the addresses and networks of proxies. */
    Origins(String trustedProxies) {
        SEPARATOR.splitAsStream(trustedProxies).filter(part -> !part.isEmpty()).forEach(proxies::add);
    }

    /** By what connections are counted: the address, and of IPv6 its network. */
    static String of(SocketAddress remote) {
        if (!(remote instanceof InetSocketAddress internet) || internet.getAddress() == null) {
            return remote.toString();
        }
        InetAddress address = internet.getAddress();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES))
                : address.getHostAddress();
    }

    /** Whether many people may come from there. */
    boolean isProxy(SocketAddress remote) {
        return remote instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && proxies.test(internet.getAddress());
    }
}
