package io.obox.provisioner.libvirt.internal;

import java.time.Duration;

/**
 * How long a guest may take.
 *
 * @param ready from its start to its address
 * @param shutdown from being asked to being off
 */
record Patience(Duration ready, Duration shutdown) {}
