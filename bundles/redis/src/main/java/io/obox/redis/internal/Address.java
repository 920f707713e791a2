package io.obox.redis.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where Redis is: at a place of its own, or where Sentinels say. Its text form holds no secrets. */
sealed interface Address permits RedisUrl, SentinelUrl {
    /** Reads an address as people write it. */
    static Address parse(String text) {
        return SentinelUrl.isOne(text) ? SentinelUrl.parse(text) : RedisUrl.parse(text);
    }

    /** Name of the account, or null for the default one. */
    @Nullable
    String user();

    /** Its password, or null. */
    @Nullable
    String password();

    /** Number of the database. */
    int database();

    /** A part that was written with percent signs; null where it is empty. */
    static @Nullable String decode(String part) {
        String decoded = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        return decoded.isEmpty() ? null : decoded;
    }

    /** The number of a database; none is the first one. */
    static int database(String number) {
        try {
            return number.isEmpty() ? 0 : Integer.parseUnsignedInt(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The database of Redis must be a number; set REDIS_URL accordingly.");
        }
    }
}
