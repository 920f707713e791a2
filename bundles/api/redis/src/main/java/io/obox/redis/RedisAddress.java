package io.obox.redis;

/**
 * Where Redis is to be found. Published as a service by whatever runs one; the setting {@code url} of the redis bundle has
 * precedence.
 *
 * @param url {@code redis://[:password@]host:port[/database]}, or {@code rediss:} for TLS; may hold a password, so it is
 *     never logged whole
 */
public record RedisAddress(String url) {
    @Override
    public String toString() {
        return "RedisAddress[]";
    }
}
