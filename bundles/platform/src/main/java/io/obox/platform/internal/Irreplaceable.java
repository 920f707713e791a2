package io.obox.platform.internal;

import java.util.Map;
import java.util.Optional;

/** The bundles of OBox that can't be replaced while they are in use, and why. All others can. */
final class Irreplaceable {
    static final Map<String, String> REASONS = Map.of(
            "io.obox.embedded", "the embedded PostgreSQL and Redis end with it",
            "io.obox.libvirt", "native code calls it",
            "io.obox.persistence", "other bundles hold its transactions",
            "io.obox.provisioner.spi", "other bundles hold its code",
            "io.obox.redis", "other bundles hold its connections");

    private Irreplaceable() {}

    /** Why the bundle can't be replaced; empty if it can. */
    static Optional<String> reason(String symbolicName) {
        if (symbolicName.startsWith("io.obox.api.")) {
            return Optional.of("other bundles hold its code");
        }
        return Optional.ofNullable(REASONS.get(symbolicName));
    }
}
