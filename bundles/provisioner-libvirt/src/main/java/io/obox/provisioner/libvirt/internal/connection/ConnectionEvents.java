package io.obox.provisioner.libvirt.internal.connection;

import java.util.UUID;
import org.libvirt.event.DomainEventType;

/** What a connection tells of by itself. Called on libvirt's event thread: must return at once and call no libvirt. */
public interface ConnectionEvents {
    /** A domain changed its state. */
    void domain(UUID id, DomainEventType type);

    /** The connection was opened or lost: anything may have changed meanwhile. */
    void connection();
}
