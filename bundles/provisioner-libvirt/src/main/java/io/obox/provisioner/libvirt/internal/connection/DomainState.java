package io.obox.provisioner.libvirt.internal.connection;

import java.util.UUID;

/**
 * What one bulk call tells of a domain.
 *
 * @param run libvirt's number for this run of the domain; -1 while it is off
 * @param state as libvirt's {@code virDomainState}
 * @param reason why it is in that state, with a numbering of its own for each state
 */
public record DomainState(UUID id, String name, int run, int state, int reason) {}
