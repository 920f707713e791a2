package io.obox.embedded.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Names and versions of the programs in this bundle, as the build has written them down. */
public final class Carried {
    private Carried() {}

    /** Version of PostgreSQL, such as 18.6.0. */
    public static String postgresVersion() {
        return get("postgres.version");
    }

    /** Resource with the program of Redis. Holds its version. */
    public static String redisProgram() {
        return get("redis.program");
    }

    private static String get(String key) {
        Properties properties = new Properties();
        try (InputStream in = Carried.class.getResourceAsStream("/io/obox/embedded/internal/carried.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(key);
    }
}
