package io.obox.provisioner.libvirt.internal;

import java.time.Duration;

/**
 * How long a guest and its image may take.
 *
 * @param ready from its start to its address
 * @param shutdown from being asked to being off
 * @param upload another node's upload of an image, without any progress
 */
record Patience(Duration ready, Duration shutdown, Duration upload) {
    private static final Duration UPLOAD = Duration.ofSeconds(30);

    /** With half a minute for uploads of other nodes. */
    Patience(Duration ready, Duration shutdown) {
        this(ready, shutdown, UPLOAD);
    }
}
