package io.obox.provisioner.libvirt.internal.guest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A guest's MAC address, made from its VM's id: the same in every attempt, so that a lease can be told to be its own. */
public final class MacAddress {
    private static final String PREFIX = "52:54:";
    private static final int OWN_BYTES = 4;

    private MacAddress() {}

    /** In lower case, with colons. Locally administered; 32 bits differ from VM to VM. */
    public static String of(UUID vmId) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(vmId.toString().getBytes(StandardCharsets.US_ASCII));
            return PREFIX + HexFormat.ofDelimiter(":").formatHex(hash, 0, OWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
