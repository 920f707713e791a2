package io.obox.host.internal.placement;

import io.obox.host.Capacity;
import io.obox.host.Host;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Hosts for several guests of one size, each of which takes its part before the next is placed. Of one thread. */
final class Spread {
    private final List<Host> hosts;
    private final Capacity part;
    private final int vcpusPerCpu;
    private final Map<UUID, Capacity> used = new HashMap<>();

    /** Over these hosts, all of which take guests. */
    Spread(List<Host> hosts, Capacity part, int vcpusPerCpu) {
        this.hosts = hosts;
        this.part = part;
        this.vcpusPerCpu = vcpusPerCpu;
        hosts.forEach(host -> used.put(host.id(), host.used()));
    }

    /** The host of each; empty where there is no room for all. */
    Optional<List<Host>> over(int count) {
        List<Host> chosen = new ArrayList<>();
        while (chosen.size() < count) {
            Optional<Host> next = next();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            used.compute(next.get().id(), (id, before) -> plus(Objects.requireNonNull(before), part));
            chosen.add(next.get());
        }
        return Optional.of(List.copyOf(chosen));
    }

    private Optional<Host> next() {
        return hosts.stream()
                .filter(host -> hasRoom(host, used(host), part, vcpusPerCpu))
                .max(Comparator.comparingDouble(host -> freeMemory(host, used(host))));
    }

    private Capacity used(Host host) {
        return Objects.requireNonNull(used.get(host.id()));
    }

    /** Whether a host of which so much is promised has room for a part. */
    static boolean hasRoom(Host host, Capacity used, Capacity part, int vcpusPerCpu) {
        Capacity then = plus(used, part);
        return then.vcpus() <= (long) host.total().vcpus() * vcpusPerCpu
                && then.memoryMib() <= host.total().memoryMib()
                && then.diskGib() <= host.total().diskGib();
    }

    /** Which share of its memory is free where so much is promised. */
    static double freeMemory(Host host, Capacity used) {
        return 1 - (double) used.memoryMib() / host.total().memoryMib();
    }

    private static Capacity plus(Capacity one, Capacity other) {
        return new Capacity(
                one.vcpus() + other.vcpus(), one.memoryMib() + other.memoryMib(), one.diskGib() + other.diskGib());
    }
}
