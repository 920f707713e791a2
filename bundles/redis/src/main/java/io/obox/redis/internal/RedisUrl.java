package io.obox.redis.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address of a Redis, taken apart.
 *
 * @param endpoint scheme, host and port, without secrets
 * @param user name of the account, or null for the default one
 * @param password its password, or null
 * @param database number of the database
 */
record RedisUrl(
        String endpoint, @Nullable String user, @Nullable String password, int database) {
    private static final Set<String> SCHEMES = Set.of("redis", "rediss");

    /** Reads an address such as {@code redis://:secret@localhost:6379/2}; port and database may be missing. */
    static RedisUrl parse(String text) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The address of Redis can't be read; set REDIS_URL accordingly.");
        }
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "The address of Redis must look like redis://[:password@]host[:port][/database]; set REDIS_URL"
                            + " accordingly.");
        }
        int port = uri.getPort() < 0 ? 6379 : uri.getPort();
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new RedisUrl(
                uri.getScheme() + "://" + uri.getHost() + ":" + port,
                login.length > 0 ? decode(login[0]) : null,
                login.length > 1 ? decode(login[1]) : null,
                database(uri.getPath()));
    }

    private static @Nullable String decode(String part) {
        String decoded = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        return decoded.isEmpty() ? null : decoded;
    }

    private static int database(@Nullable String path) {
        if (path == null || path.length() < 2) {
            return 0;
        }
        try {
            return Integer.parseInt(path.substring(1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The database of Redis must be a number; set REDIS_URL accordingly.");
        }
    }

    @Override
    public String toString() {
        return endpoint + "/" + database;
    }
}
