package io.obox.redis.internal;

import java.net.URI;
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
        String endpoint, @Nullable String user, @Nullable String password, int database) implements Address {
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
                    "The address of Redis must look like redis://[:password@]host[:port][/database], or"
                            + " redis-sentinel://[:password@]host[:port],host[:port]/master-name; set REDIS_URL"
                            + " accordingly.");
        }
        int port = uri.getPort() < 0 ? 6379 : uri.getPort();
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new RedisUrl(
                uri.getScheme() + "://" + uri.getHost() + ":" + port,
                login.length > 0 ? Address.decode(login[0]) : null,
                login.length > 1 ? Address.decode(login[1]) : null,
                Address.database(uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "")));
    }

    @Override
    public String toString() {
        return endpoint + "/" + database;
    }
}
