package io.obox.persistence.internal.database;

import io.obox.persistence.DatabaseAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads a database address as people write it. */
final class AddressParser {
    private AddressParser() {}

    /**
     * Accepts {@code postgresql://}, {@code postgres://} and {@code jdbc:postgresql://} addresses; a role and password
     * within the address have precedence over the ones beside it.
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
            return new DatabaseAddress("jdbc:" + plain, user, password);
        }
        String[] login = plain.substring(begin, at).split(":", 2);
        return new DatabaseAddress(
                "jdbc:postgresql://" + plain.substring(at + 1),
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

    /** Host and port for messages, without anything that may be secret. */
    static String shown(DatabaseAddress address) {
        try {
            String authority =
                    URI.create(address.url().substring("jdbc:".length())).getAuthority();
            return authority == null ? "localhost" : authority;
        } catch (IllegalArgumentException e) {
            return "the configured host";
        }
    }
}
