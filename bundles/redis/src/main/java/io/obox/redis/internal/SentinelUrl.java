package io.obox.redis.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of a Redis that Sentinels watch over, taken apart.
 *
 * @param sentinels scheme, host and port of each, without secrets
 * @param master name under which they know the master
 * @param user name of the account at Redis, or null for the default one
 * @param password its password, or null
 * @param database number of the database
 * @param sentinelUser name of the account at the Sentinels, or null for the default one
 * @param sentinelPassword its password, or null where Sentinels ask for none
 */
record SentinelUrl(
        List<String> sentinels,
        String master,
        @Nullable String user,
        @Nullable String password,
        int database,
        @Nullable String sentinelUser,
        @Nullable String sentinelPassword)
        implements Address {
    private static final Pattern SCHEME = Pattern.compile("\\s*rediss?[-+]sentinel:.*", Pattern.DOTALL);
    private static final Pattern FORM = Pattern.compile(
            "(?<scheme>rediss?)[-+]sentinel://((?<user>[^:@/?]*)(:(?<password>[^@/?]*))?@)?(?<hosts>[^@/?]+)"
                    + "/(?<master>[^/?]+)(/(?<database>[^/?]*))?(\\?(?<options>.*))?");
    private static final Pattern HOST =
            Pattern.compile("(?<name>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:(?<port>[0-9]{1,5}))?");
    private static final int LAST_PORT = 65535;

    /** Whether the address names Sentinels. */
    static boolean isOne(String text) {
        return SCHEME.matcher(text).matches();
    }

    /** Reads an address such as {@code redis-sentinel://:secret@one:26379,two:26379/mymaster/2}. */
    static SentinelUrl parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw unreadable();
        }
        Map<String, String> options = options(form.group("options"));
        return new SentinelUrl(
                Stream.of(form.group("hosts").split(",", -1))
                        .map(host -> form.group("scheme") + "://" + endpoint(host))
                        .toList(),
                form.group("master"),
                decoded(form.group("user")),
                decoded(form.group("password")),
                Address.database(form.group("database") == null ? "" : form.group("database")),
                decoded(options.get("sentinel_username")),
                decoded(options.get("sentinel_password")));
    }

    private static String endpoint(String text) {
        Matcher host = HOST.matcher(text.strip());
        if (!host.matches()) {
            throw unreadable();
        }
        int port = host.group("port") == null ? 26379 : Integer.parseInt(host.group("port"));
        if (port == 0 || port > LAST_PORT) {
            throw new IllegalArgumentException(
                    "A Sentinel of Redis has a port from 1 to 65535; set REDIS_URL accordingly.");
        }
        return host.group("name") + ":" + port;
    }

    private static Map<String, String> options(@Nullable String query) {
        Map<String, String> options = new HashMap<>();
        for (String option : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = option.split("=", 2);
            if (parts.length < 2 || !parts[0].matches("sentinel_(username|password)")) {
                throw new IllegalArgumentException("The address of Redis by Sentinels has the options"
                        + " sentinel_username and sentinel_password and no others; set REDIS_URL accordingly.");
            }
            options.put(parts[0], parts[1]);
        }
        return options;
    }

    private static @Nullable String decoded(@Nullable String part) {
        return part == null ? null : Address.decode(part);
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("The address of Redis by Sentinels must look like"
                + " redis-sentinel://[:password@]host[:port],host[:port]/master-name[/database]; set REDIS_URL"
                + " accordingly.");
    }

    @Override
    public String toString() {
        return master + "/" + database + " of the Sentinels " + String.join(", ", sentinels);
    }
}
