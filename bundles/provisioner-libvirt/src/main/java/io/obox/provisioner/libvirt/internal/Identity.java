package io.obox.provisioner.libvirt.internal;

import io.obox.provisioner.libvirt.internal.connection.Hypervisor;
import io.obox.provisioner.libvirt.internal.xml.Xml;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libvirt.LibvirtException;

/**
 * The UUID that libvirt knows its host by: {@code host_uuid} of its settings, else the one of the machine's firmware. It is asked
 * for once a minute; in between the host only has to give a sign of life.
 */
final class Identity {
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private record Read(UUID id, long nanos) {
        boolean recent() {
            return System.nanoTime() - nanos < MAX_AGE.toNanos();
        }
    }

    private volatile @Nullable Read last;

    UUID of(Hypervisor hypervisor) throws LibvirtException {
        Read known = last;
        if (known != null && known.recent()) {
            hypervisor.nodeInfo();
            return known.id();
        }
        UUID id = of(hypervisor.getCapabilities(), hypervisor.getHostName() + " " + hypervisor.getURI());
        last = new Read(id, System.nanoTime());
        return id;
    }

    /** Drivers that have no host of their own tell no UUID: for them the machine and the address stand for it. */
    static UUID of(String capabilities, String otherwise) {
        return Xml.elements(Xml.read(capabilities), "host", "uuid").stream()
                .findFirst()
                .map(element -> UUID.fromString(element.getTextContent().strip()))
                .orElseGet(() -> UUID.nameUUIDFromBytes(otherwise.getBytes(StandardCharsets.UTF_8)));
    }
}
