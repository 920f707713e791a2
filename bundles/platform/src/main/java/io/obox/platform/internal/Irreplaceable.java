package io.obox.platform.internal;

import io.obox.platform.internal.message.UpdateMessage;
import java.util.Map;
import java.util.Optional;

/** The bundles of OBox that can't be replaced while they are in use, and why. All others can. */
final class Irreplaceable {
    static final Map<String, UpdateMessage> REASONS = Map.of(
            "io.obox.embedded", UpdateMessage.SERVERS_END,
            "io.obox.libvirt", UpdateMessage.NATIVE_CALLS,
            "io.obox.persistence", UpdateMessage.TRANSACTIONS_HELD,
            "io.obox.provisioner.spi", UpdateMessage.CODE_HELD,
            "io.obox.redis", UpdateMessage.CONNECTIONS_HELD);

    private Irreplaceable() {}

    /** Why the bundle can't be replaced; empty if it can. */
    static Optional<UpdateMessage> reason(String symbolicName) {
        if (symbolicName.startsWith("io.obox.api.")) {
            return Optional.of(UpdateMessage.CODE_HELD);
        }
        return Optional.ofNullable(REASONS.get(symbolicName));
    }
}
