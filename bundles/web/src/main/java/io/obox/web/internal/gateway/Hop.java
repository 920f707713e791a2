package io.obox.web.internal.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.QuotedCSV;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy tells of whom it asks for.
 *
 * @param client from where it was asked
 * @param scheme by which, or null where it does not say
 * @param host by which name and port, or null where it does not say
 */
record Hop(
        InetAddress client,
        @Nullable String scheme,
        @Nullable String host) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Leaves out what is no scheme and no host. */
    Hop {
        scheme = scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)) ? scheme : null;
        host = host != null && isHost(host) ? host : null;
    }

    /** By the header {@code Forwarded} of RFC 7239. */
    static Optional<Hop> standard(HttpServletRequest request, Predicate<InetAddress> proxies) {
        List<Map<String, String>> hops =
                values(request, "Forwarded").stream().map(Hop::parameters).toList();
        return first(hops.stream().map(hop -> hop.getOrDefault("for", "")).toList(), proxies)
                .map(found -> new Hop(
                        found.client(),
                        hops.get(found.index()).get("proto"),
                        hops.get(found.index()).get("host")));
    }

    /** By the headers {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}. */
    static Optional<Hop> common(HttpServletRequest request, Predicate<InetAddress> proxies) {
        return first(values(request, "X-Forwarded-For"), proxies)
                .map(found ->
                        new Hop(found.client(), last(request, "X-Forwarded-Proto"), last(request, "X-Forwarded-Host")));
    }

    boolean sameClient(Hop other) {
        return client.equals(other.client);
    }

    private record Found(int index, InetAddress client) {}

    /** Each proxy adds at the end whom it was asked by: the first from there that is no proxy is the client. */
    private static Optional<Found> first(List<String> addresses, Predicate<InetAddress> proxies) {
        Optional<Found> found = Optional.empty();
        for (int i = addresses.size() - 1; i >= 0; i--) {
            Optional<InetAddress> address = address(addresses.get(i));
            if (address.isEmpty()) {
                return found;
            }
            found = Optional.of(new Found(i, address.get()));
            if (!proxies.test(address.get())) {
                return found;
            }
        }
        return found;
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(new HostPort(text).getHost()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isHost(String text) {
        try {
            return !new HostPort(text).getHost().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> values(HttpServletRequest request, String header) {
        List<String> lines = Collections.list(request.getHeaders(header));
        return new QuotedCSV(true, lines.toArray(String[]::new)).getValues();
    }

    private static @Nullable String last(HttpServletRequest request, String header) {
        List<String> values = values(request, header);
        return values.isEmpty() ? null : values.getLast();
    }

    private static Map<String, String> parameters(String element) {
        return Arrays.stream(element.split(";"))
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> parameter.length == 2)
                .collect(Collectors.toMap(
                        parameter -> parameter[0].strip().toLowerCase(Locale.ROOT),
                        parameter -> parameter[1].strip().replace("\"", ""),
                        (one, other) -> other));
    }
}
