package org.example.rack;

import io.obox.provisioner.spi.Capabilities;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import io.obox.vm.PowerAction;
import io.obox.vm.VmSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A hypervisor that keeps its guests in mind. */
public final class RackBackend implements Provisioner {
    private final Map<UUID, GuestState> guests = new HashMap<>();

    @Override
    public UUID identity() {
        return new UUID(8, 8);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.builder(8, 4096, 100).abilities(Set.of("rack")).build();
    }

    @Override
    public void validate(VmSpec spec) throws ProvisionException {
        if (spec.vcpus() > 8 || spec.disks().size() > 4) {
            throw new ProvisionException(ProvisionException.Kind.REJECTED, "The rack has 8 processors, and room for 4 disks.");
        }
    }

    @Override
    public Observation apply(Target target, Progress progress) {
        progress.at(50, "Making " + target.name() + " of " + target.image().name() + " with "
                + target.spec().toBuilder().vcpus(4).build().vcpus());
        guests.put(target.vmId(), GuestState.RUNNING);
        return observation(target.vmId());
    }

    @Override
    public Observation power(Target target, PowerAction action, Progress progress) {
        guests.put(target.vmId(), action == PowerAction.STOP ? GuestState.STOPPED : GuestState.RUNNING);
        return observation(target.vmId());
    }

    @Override
    public void destroy(Target target, Progress progress) {
        guests.remove(target.vmId());
    }

    @Override
    public List<Observation> observeAll() {
        return guests.keySet().stream().map(this::observation).toList();
    }

    private Observation observation(UUID id) {
        return Observation.builder(id, guests.get(id)).addresses(List.of("192.0.2.1")).build();
    }
}
