package io.obox.auth.internal.key;

import java.time.Instant;
import java.util.UUID;

/**
 * A saved key.
 *
 * @param type such as {@code ssh-ed25519}
 * @param fingerprint as {@code ssh-keygen -l} prints it
 * @param publicKey the line that goes into a VM
 */
public record SshKeyDocument(
        UUID id, String name, String type, String fingerprint, String publicKey, Instant createdAt) {}
