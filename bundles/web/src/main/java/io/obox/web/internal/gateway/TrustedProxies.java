package io.obox.web.internal.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proxies that are believed when they tell for whom they ask. What anybody else writes into such headers means nothing.
 *
 * @param known whether the address is that of one
 * @param any whether there are any
 */
record TrustedProxies(Predicate<InetAddress> known, boolean any) {
    private static final Logger LOG = LoggerFactory.getLogger(TrustedProxies.class);
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    /** As configured: addresses and networks such as {@code 10.0.0.0/8}, with commas between them. */
    static TrustedProxies of(String configured) {
        InetAddressSet known = new InetAddressSet();
        SEPARATOR.splitAsStream(configured).filter(entry -> !entry.isEmpty()).forEach(entry -> add(entry, known));
        return new TrustedProxies(known::test, !known.isEmpty());
    }

    /** Names are refused, because they would have to be asked for. */
    private static void add(String entry, InetAddressSet known) {
        try {
            InetAddress.ofLiteral(entry.replaceFirst("/\\d+$", ""));
            known.add(entry);
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "OBOX_TRUSTED_PROXIES names {}, which is neither an address nor a network; it is ignored.", entry);
        }
    }

    /** The request as its client made it, if a proxy that is trusted has passed it on; otherwise the request itself. */
    HttpServletRequest resolved(HttpServletRequest request) {
        if (!any || !isTrusted(request.getRemoteAddr())) {
            return request;
        }
        Optional<Hop> standard = Hop.standard(request, known);
        Optional<Hop> common = Hop.common(request, known);
        if (standard.isPresent() && common.isPresent() && !standard.get().sameClient(common.get())) {
            // a proxy writes one of the two, and lets the other through as its client sent it
            return request;
        }
        return standard.or(() -> common)
                .<HttpServletRequest>map(hop -> new ForwardedRequest(request, hop))
                .orElse(request);
    }

    private boolean isTrusted(String address) {
        try {
            return known.test(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
