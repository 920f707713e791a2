package io.obox.persistence.internal.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** What the role and the schema of a third-party bundle are called: letters, digits and underscores only. */
final class TenantName {
    private static final String PREFIX = "obox_";
    private static final int READABLE = 40;
    private static final int BYTES = 5;

    private TenantName() {}

    /**
     * The same for all versions of the bundle. Roles belong to a whole server, so databases on the same one have different
     * ones.
     */
    static String of(String database, String bundle) {
        String readable = bundle.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String cut = readable.substring(0, Math.min(READABLE, readable.length()));
        return PREFIX + cut + "_" + hash(database + "/" + bundle);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
