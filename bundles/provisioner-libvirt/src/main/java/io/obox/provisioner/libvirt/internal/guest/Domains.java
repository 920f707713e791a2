package io.obox.provisioner.libvirt.internal.guest;

import io.obox.message.Message;
import io.obox.provisioner.libvirt.internal.connection.Connection;
import io.obox.provisioner.libvirt.internal.connection.Hypervisor;
import io.obox.provisioner.libvirt.internal.connection.Lease;
import io.obox.provisioner.spi.ProvisionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.libvirt.Domain;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** Calls to one domain, and what all of them share. */
final class Domains {
    /** Limit for calls that only look. */
    static final Duration LOOK = Duration.ofMinutes(1);
    /** Limit for calls that change something: a start takes minutes where libvirt probes QEMU first. */
    static final Duration CHANGE = Duration.ofMinutes(5);

    private static final int METADATA_ELEMENT = 2;
    private static final int AFFECT_LIVE = 1;

    private final Connection connection;

    Domains(Connection connection) {
        this.connection = connection;
    }

    @FunctionalInterface
    interface DomainCall<T> {
        T on(Hypervisor hypervisor, Domain domain) throws LibvirtException, ProvisionException;
    }

    Connection connection() {
        return connection;
    }

    /** Fails with {@code NOT_FOUND} if there is no such domain. */
    <T> T call(UUID id, Message what, DomainCall<T> call) throws ProvisionException, InterruptedException {
        return connection.call(CHANGE, what, hypervisor -> on(hypervisor, id, call));
    }

    static <T> T on(Hypervisor hypervisor, UUID id, DomainCall<T> call) throws LibvirtException, ProvisionException {
        Domain domain = hypervisor.domainLookupByUUID(id);
        try {
            return call.on(hypervisor, domain);
        } finally {
            domain.free();
        }
    }

    static boolean isOwn(Domain domain) throws LibvirtException {
        return metadata(domain, DomainXml.NAMESPACE).isPresent();
    }

    static Optional<BootMark> mark(Domain domain) throws LibvirtException {
        return metadata(domain, BootMark.NAMESPACE).map(BootMark::parse);
    }

    static void mark(Domain domain, BootMark mark) throws LibvirtException {
        domain.setMetadata(METADATA_ELEMENT, mark.toXml(), "boot", BootMark.NAMESPACE, AFFECT_LIVE);
    }

    private static Optional<String> metadata(Domain domain, String namespace) throws LibvirtException {
        try {
            return Optional.of(domain.getMetadata(METADATA_ELEMENT, namespace, 0));
        } catch (LibvirtException e) {
            if (e.getError().getCode() == ErrorNumber.VIR_ERR_NO_DOMAIN_METADATA) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The leases of all networks. */
    static Leases leases(Hypervisor hypervisor) throws LibvirtException, ProvisionException {
        List<Lease> all = new ArrayList<>();
        if (hypervisor.driver().keepsLeases()) {
            for (String network : hypervisor.listNetworks()) {
                all.addAll(hypervisor.leases(network));
            }
        }
        return new Leases(all);
    }
}
