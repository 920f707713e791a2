package io.obox.provisioner.libvirt.internal.guest;

import io.obox.provisioner.libvirt.internal.connection.Connection;
import io.obox.provisioner.libvirt.internal.connection.Hypervisor;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.spi.ProvisionException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.libvirt.Domain;
import org.libvirt.DomainInfo.DomainState;
import org.libvirt.LibvirtException;

/**
 * The power buttons of guests. Each does nothing to a guest that is as wanted already; none waits for the guest to obey.
 * Before a guest boots, its leases are noted in its {@link BootMark}: while it can't have asked for one yet.
 */
public final class Power {
    private static final int START_PAUSED = 1;

    private final Domains domains;
    private final Guests guests;

    /** Of guests on that host. */
    public Power(Connection connection, Guests guests) {
        this.domains = new Domains(connection);
        this.guests = guests;
    }

    /** Has a guest run: starts it, or lets it go on. */
    public void on(UUID vmId) throws ProvisionException, InterruptedException {
        domains.call(vmId, LibvirtMessage.START_GUEST.with(), (hypervisor, domain) -> {
            if (domain.isActive() == 0) {
                boot(hypervisor, domain, vmId);
            } else if (paused(domain)) {
                if (Domains.mark(domain).isEmpty()) {
                    mark(hypervisor, domain, vmId);
                }
                domain.resume();
            }
            return vmId;
        });
    }

    private void boot(Hypervisor hypervisor, Domain domain, UUID vmId) throws LibvirtException, ProvisionException {
        if (hypervisor.driver().startsPaused()) {
            domain.create(START_PAUSED);
            mark(hypervisor, domain, vmId);
            domain.resume();
        } else {
            domain.create();
            mark(hypervisor, domain, vmId);
        }
    }

    private void mark(Hypervisor hypervisor, Domain domain, UUID vmId) throws LibvirtException, ProvisionException {
        long before = Domains.leases(hypervisor).latestExpiry(MacAddress.of(vmId));
        Domains.mark(domain, new BootMark(Instant.now().truncatedTo(ChronoUnit.MILLIS), before));
        guests.forget(vmId);
    }

    /** Notes a boot that was begun by somebody else, a moment ago. */
    public void noteBoot(UUID vmId) throws ProvisionException, InterruptedException {
        domains.call(vmId, LibvirtMessage.LOOK_AT_GUEST.with(), (hypervisor, domain) -> {
            boolean unknown = domain.isActive() > 0
                    && Domains.isOwn(domain)
                    && Domains.mark(domain).isEmpty();
            if (unknown) {
                mark(hypervisor, domain, vmId);
            }
            return unknown;
        });
    }

    /** Turns a guest off at once. */
    public void off(UUID vmId) throws ProvisionException, InterruptedException {
        domains.call(vmId, LibvirtMessage.STOP_GUEST.with(), (hypervisor, domain) -> {
            if (domain.isActive() > 0) {
                domain.destroy();
            }
            return vmId;
        });
    }

    /** Asks a guest to end. */
    public void ask(UUID vmId) throws ProvisionException, InterruptedException {
        domains.call(vmId, LibvirtMessage.ASK_TO_SHUT_DOWN.with(), (hypervisor, domain) -> {
            if (domain.isActive() > 0) {
                domain.shutdown();
            }
            return vmId;
        });
    }

    /** Asks a guest to restart. */
    public void reboot(UUID vmId) throws ProvisionException, InterruptedException {
        domains.call(vmId, LibvirtMessage.ASK_TO_REBOOT.with(), (hypervisor, domain) -> {
            mark(hypervisor, domain, vmId);
            domain.reboot(0);
            return vmId;
        });
    }

    /** Restarts a guest without asking it. */
    public void reset(UUID vmId) throws ProvisionException, InterruptedException {
        domains.call(vmId, LibvirtMessage.RESET_GUEST.with(), (hypervisor, domain) -> {
            mark(hypervisor, domain, vmId);
            domain.reset();
            if (paused(domain)) {
                domain.resume();
            }
            return vmId;
        });
    }

    /** Lets a guest stand still. */
    public void pause(UUID vmId) throws ProvisionException, InterruptedException {
        domains.call(vmId, LibvirtMessage.PAUSE_GUEST.with(), (hypervisor, domain) -> {
            if (!paused(domain)) {
                domain.suspend();
            }
            return vmId;
        });
    }

    private static boolean paused(Domain domain) throws LibvirtException {
        return domain.getInfo().state == DomainState.VIR_DOMAIN_PAUSED;
    }
}
