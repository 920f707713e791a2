package io.obox.provisioner.libvirt.internal.guest;

import io.obox.provisioner.libvirt.internal.connection.Connection;
import io.obox.provisioner.libvirt.internal.connection.DomainState;
import io.obox.provisioner.libvirt.internal.connection.Hypervisor;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libvirt.Domain;
import org.libvirt.DomainInterface;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** The guests of OBox on one host: which there are, what they do, and their coming and going. */
public final class Guests {
    private static final int FROM_LEASES = 0;

    private final Domains domains;
    /** What was asked of a run of a domain, so that it need not be asked again. */
    private final Map<UUID, Run> runs = new ConcurrentHashMap<>();

    private record Run(int number, boolean own, @Nullable BootMark mark) {
        /** A running guest of OBox that has no mark may get one any moment. */
        boolean settled() {
            return !own || number < 0 || mark != null;
        }
    }

    /** On that host. */
    public Guests(Connection connection) {
        domains = new Domains(connection);
    }

    /** Defines a guest that does not exist yet; it is off. */
    public void define(DomainDefinition definition) throws ProvisionException, InterruptedException {
        String xml = DomainXml.of(definition);
        domains.connection().call(Domains.CHANGE, LibvirtMessage.DEFINE_GUEST.with(), hypervisor -> {
            Domain domain = hypervisor.domainDefineXML(xml);
            try {
                domain.setAutostart(definition.spec().autostart());
                return xml;
            } finally {
                domain.free();
            }
        });
    }

    /** Turns a guest off and has the host forget it; that it does not exist is success. */
    public void remove(UUID vmId) throws ProvisionException, InterruptedException {
        try {
            domains.call(vmId, LibvirtMessage.REMOVE_GUEST.with(), (hypervisor, domain) -> {
                if (domain.isActive() > 0) {
                    domain.destroy();
                }
                domain.undefine(hypervisor.driver().undefineFlags());
                return vmId;
            });
        } catch (ProvisionException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
        }
    }

    /** Fails with {@code NOT_FOUND} if the host has no such network. */
    public void requireNetwork(String network) throws ProvisionException, InterruptedException {
        boolean active = domains.connection()
                .call(Domains.LOOK, LibvirtMessage.FIND_NETWORK.with(network), hypervisor -> {
                    var found = hypervisor.networkLookupByName(network);
                    try {
                        return found.isActive() > 0;
                    } finally {
                        found.free();
                    }
                });
        if (!active) {
            throw new ProvisionException(Kind.FAILED, LibvirtMessage.NETWORK_INACTIVE.with(network));
        }
    }

    /** What a guest does now, or nothing if the host does not have it. */
    public Optional<Observation> find(UUID vmId) throws ProvisionException, InterruptedException {
        return all().stream().filter(o -> o.vmId().equals(vmId)).findFirst();
    }

    /** What all guests of OBox do now. */
    public List<Observation> all() throws ProvisionException, InterruptedException {
        return domains.connection().call(Domains.LOOK, LibvirtMessage.LIST_GUESTS.with(), hypervisor -> {
            List<DomainState> found = hypervisor.domainStates().stream()
                    .filter(d -> GuestName.vmId(d.name()).filter(d.id()::equals).isPresent())
                    .toList();
            Leases leases = Domains.leases(hypervisor);
            Set<UUID> ids = found.stream().map(DomainState::id).collect(Collectors.toSet());
            runs.keySet().retainAll(ids);
            List<Observation> observations = new ArrayList<>();
            for (DomainState each : found) {
                observe(hypervisor, each, leases).ifPresent(observations::add);
            }
            return observations;
        });
    }

    /** Nothing for a guest that is gone since it was listed. */
    private Optional<Observation> observe(Hypervisor hypervisor, DomainState domain, Leases leases)
            throws LibvirtException, ProvisionException {
        try {
            return look(hypervisor, domain, leases);
        } catch (LibvirtException e) {
            if (e.getError().getCode() == ErrorNumber.VIR_ERR_NO_DOMAIN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Observation> look(Hypervisor hypervisor, DomainState domain, Leases leases)
            throws LibvirtException, ProvisionException {
        Run run = run(hypervisor, domain);
        if (!run.own) {
            return Optional.empty();
        }
        GuestState state = States.of(domain.state(), domain.reason());
        if (domain.run() < 0) {
            return Optional.of(Observation.of(domain.id(), state));
        }
        List<String> addresses = hypervisor.driver().keepsLeases()
                ? leases.addresses(MacAddress.of(domain.id()), run.mark)
                : Domains.on(hypervisor, domain.id(), Guests::interfaceAddresses);
        Instant started = run.mark == null ? null : run.mark.startedAt();
        return Optional.of(Observation.builder(domain.id(), state)
                .addresses(addresses)
                .startedAt(started)
                .build());
    }

    private static List<String> interfaceAddresses(Hypervisor hypervisor, Domain domain) throws LibvirtException {
        List<String> addresses = new ArrayList<>();
        for (DomainInterface each : domain.interfaceAddresses(FROM_LEASES, 0)) {
            each.addrs.forEach(a -> addresses.add(a.address.getHostAddress()));
        }
        return addresses;
    }

    private Run run(Hypervisor hypervisor, DomainState state) throws LibvirtException, ProvisionException {
        Run known = runs.get(state.id());
        if (known != null && known.number == state.run() && known.settled()) {
            return known;
        }
        Run found = Domains.on(
                hypervisor,
                state.id(),
                (h, domain) -> new Run(
                        state.run(), Domains.isOwn(domain), Domains.mark(domain).orElse(null)));
        runs.put(state.id(), found);
        return found;
    }

    /** A guest's boot has a new mark. */
    void forget(UUID vmId) {
        runs.remove(vmId);
    }
}
