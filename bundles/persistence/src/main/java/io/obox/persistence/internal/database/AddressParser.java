package io.obox.persistence.internal.database;

import io.obox.persistence.DatabaseAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Reads a database address as people write it. */
final class AddressParser {
    /** What can be written to, or may be: behind a pooler nobody knows. */
    private static final Set<String> SERVER_TYPES = Set.of("primary", "master", "any");

    /** The words of libpq, which other programs take from the same address. */
    private static final Pattern LIBPQ_PRIMARY =
            Pattern.compile("(?<=[?&])target_session_attrs=(read-write|primary)(?=&|$)");

    private static final Pattern HOST = Pattern.compile("[^\\s@#]*");

    private AddressParser() {}

    /**
     * Accepts {@code postgresql://}, {@code postgres://} and {@code jdbc:postgresql://} addresses; a role and password
     * within the address have precedence over the ones beside it. Of several hosts the primary is used.
     */
    static DatabaseAddress parse(String url, String user, String password) {
        String plain = url.strip().replaceFirst("^jdbc:", "").replaceFirst("^postgres:", "postgresql:");
        if (!plain.startsWith("postgresql:")) {
            throw new IllegalArgumentException(
                    "The database address must begin with postgresql:// or jdbc:postgresql://; set DATABASE_URL accordingly.");
        }
        int at = plain.indexOf('@');
        int begin = "postgresql://".length();
        if (at < 0 || at > hostEnd(plain, begin)) {
            return new DatabaseAddress(usable("jdbc:" + plain), user, password);
        }
        String[] login = plain.substring(begin, at).split(":", 2);
        return new DatabaseAddress(
                usable("jdbc:postgresql://" + plain.substring(at + 1)),
                decode(login[0]),
                login.length == 2 ? decode(login[1]) : password);
    }

    private static int hostEnd(String plain, int begin) {
        int slash = plain.indexOf('/', begin);
        return slash < 0 ? plain.length() : slash;
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The address as the driver takes it: as it was written, but that of several hosts only the primary serves. */
    private static String usable(String written) {
        String url = LIBPQ_PRIMARY.matcher(written).replaceFirst("targetServerType=primary");
        Properties parts = Driver.parseURL(url, null);
        if (parts == null || !namesHosts(parts)) {
            throw new IllegalArgumentException(
                    "The database address must look like"
                            + " postgresql://[user[:password]@]host[:port][,host[:port]]/database; set DATABASE_URL accordingly.");
        }
        String wanted = PGProperty.TARGET_SERVER_TYPE.getOrNull(parts);
        if (wanted != null && !SERVER_TYPES.contains(wanted)) {
            throw new IllegalArgumentException("The database address must say targetServerType=primary,"
                    + " because a standby can't be written to; set DATABASE_URL accordingly.");
        }
        boolean unsaid = wanted == null && hosts(parts).size() > 1;
        return unsaid ? url + (url.contains("?") ? "&" : "?") + "targetServerType=primary" : url;
    }

    private static boolean namesHosts(Properties parts) {
        List<String> hosts = hosts(parts);
        return hosts.stream().allMatch(host -> HOST.matcher(host).matches())
                && (hosts.size() == 1 || !hosts.contains(""));
    }

    private static List<String> hosts(Properties parts) {
        return List.of(parts.getProperty("PGHOST", "").split(",", -1));
    }

    /** Hosts and ports for messages, without anything that may be secret. */
    static String shown(DatabaseAddress address) {
        Properties parts = Driver.parseURL(address.url(), null);
        if (parts == null) {
            return "the configured host";
        }
        List<String> hosts = hosts(parts);
        List<String> ports = List.of(parts.getProperty("PGPORT", "").split(",", -1));
        return IntStream.range(0, hosts.size())
                .mapToObj(i -> (hosts.get(i).isEmpty() ? "localhost" : hosts.get(i)) + ":" + ports.get(i))
                .collect(Collectors.joining(", "));
    }
}
