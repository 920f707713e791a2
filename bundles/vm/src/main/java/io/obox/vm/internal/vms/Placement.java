package io.obox.vm.internal.vms;

import io.obox.host.Host;
import io.obox.host.HostState;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.VmSpec;
import io.obox.vm.internal.VmSettings;
import io.obox.vm.internal.hosts.HostTable;
import io.obox.vm.internal.store.Recent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Chooses the host of a VM: of those that take VMs and have room, the one with the largest part of its memory free. Memory and
 * storage are promised once, processors several times over.
 */
@Component(
        service = Placement.class,
        configurationPid = {VmSettings.PID, "$"})
public final class Placement {
    private final HostTable hosts;
    private final Recent<List<Host>> recent;
    private final int vcpusPerCpu;

    /** Within the bundle. */
    @Activate
    public Placement(@Reference HostTable hosts, VmSettings settings) {
        this(hosts, settings.vcpusPerCpu(), Duration.ofMillis(250));
    }

    /**
     * With hosts as they were lately.
     *
     * @param vcpusPerCpu how many vCPUs are promised per processor
     * @param maxAge how old may be what the choice is made by; what is promised is always counted anew
     */
    public Placement(HostTable hosts, int vcpusPerCpu, Duration maxAge) {
        this.hosts = hosts;
        this.recent = new Recent<>(hosts::all, maxAge);
        this.vcpusPerCpu = vcpusPerCpu;
    }

    /**
     * Promises a VM its part of a host, in the thread's transaction.
     *
     * @param wanted the only host that will do, or null for any
     * @throws ProblemException {@code no-capacity}, {@code host-unreachable}, {@code validation}
     */
    Host place(VmSpec spec, @Nullable UUID wanted) {
        if (wanted != null) {
            List<Host> only = List.of(wanted(wanted));
            return reserve(only, spec).orElseThrow(() -> new ProblemException(refusal(only, true)));
        }
        return reserve(recent.get(), spec)
                .or(() -> reserve(recent.fresh(), spec))
                .orElseThrow(() -> new ProblemException(refusal(recent.get(), false)));
    }

    private Optional<Host> reserve(List<Host> candidates, VmSpec spec) {
        List<Host> roomiestFirst = candidates.stream()
                .filter(host -> host.state() == HostState.UP && hasRoom(host, spec))
                .sorted(Comparator.comparingDouble(Placement::freeMemory).reversed())
                .toList();
        for (Host host : roomiestFirst) {
            // what was read may be promised to others by now
            if (hosts.reserve(host.id(), spec, vcpusPerCpu)) {
                return Optional.of(host);
            }
        }
        return Optional.empty();
    }

    private Host wanted(UUID id) {
        return hosts.find(id).orElseThrow(() -> {
            FieldErrors errors = new FieldErrors();
            errors.add("/hostId", "There is no such host.");
            return errors.problem();
        });
    }

    private boolean hasRoom(Host host, VmSpec spec) {
        return host.used().vcpus() + spec.vcpus() <= (long) host.total().vcpus() * vcpusPerCpu
                && host.used().memoryMib() + spec.memoryMib() <= host.total().memoryMib()
                && host.used().diskGib() + spec.diskGib() <= host.total().diskGib();
    }

    private static double freeMemory(Host host) {
        return 1 - (double) host.used().memoryMib() / host.total().memoryMib();
    }

    private static Problem refusal(List<Host> candidates, boolean wanted) {
        if (candidates.isEmpty()) {
            return noCapacity("There is no host yet that could run it.", "Connect a hypervisor, and try again.");
        }
        String host = "Host " + candidates.getFirst().name();
        if (candidates.stream().noneMatch(each -> each.state() == HostState.UP)) {
            return noCapacity(
                    wanted ? host + " takes no new VMs at the moment." : "No host takes new VMs at the moment.",
                    "Try again when a host is UP.");
        }
        return noCapacity(
                (wanted ? host + " has no" : "No host has") + " room for a VM of this size.",
                "Ask for a smaller one, or delete VMs that are no longer needed.");
    }

    private static Problem noCapacity(String detail, String remedy) {
        return Problem.of("no-capacity", "No capacity", 409, detail).withRemedy(remedy);
    }
}
