package io.obox.http.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where connections come from. */
final class Origins {
    private static final Logger LOG = LoggerFactory.getLogger(Origins.class);
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
    private static final Pattern NETWORK = Pattern.compile("/\\d+$");
    /** What one customer of a provider has of the new addresses. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final InetAddressSet proxies = new InetAddressSet();

    /** With the addresses and networks of proxies. What is neither is no proxy; names would have to be asked for. */
    Origins(String trustedProxies) {
        SEPARATOR.splitAsStream(trustedProxies).filter(part -> !part.isEmpty()).forEach(this::trust);
    }

    private void trust(String proxy) {
        try {
            InetAddress.ofLiteral(NETWORK.matcher(proxy).replaceFirst(""));
            proxies.add(proxy);
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "OBOX_TRUSTED_PROXIES names {}, which is neither an address nor a network; it is ignored.", proxy);
        }
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
