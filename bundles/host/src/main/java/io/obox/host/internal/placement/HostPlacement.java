package io.obox.host.internal.placement;

import io.obox.host.Capacity;
import io.obox.host.Host;
import io.obox.host.HostState;
import io.obox.host.internal.HostSettings;
import io.obox.host.internal.message.HostMessage;
import io.obox.host.internal.table.HostTable;
import io.obox.host.internal.table.RecentHosts;
import io.obox.host.placement.Placement;
import io.obox.host.placement.Promised;
import io.obox.message.Message;
import io.obox.problem.FieldValues;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.problem.StandardProblem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Chooses the host of a guest: of those that take guests and have room, the one with the largest part of its memory free. Memory
 * and storage are promised once, processors several times over.
 */
@Component(
        service = Placement.class,
        configurationPid = {HostSettings.PID, HostSettings.FORMER_PID, "$"})
public final class HostPlacement implements Placement {
    private static final String NO_CAPACITY = "no-capacity";

    private final HostTable table;
    private final RecentHosts hosts;
    private final int vcpusPerCpu;

    /** Within the bundle. */
    @Activate
    public HostPlacement(@Reference HostTable table, @Reference RecentHosts hosts, HostSettings settings) {
        this(table, hosts, settings.vcpusPerCpu());
    }

    /**
     * With this many vCPUs promised per processor.
     *
     * @param hosts what the choice is made by; what is promised is always counted again
     */
    public HostPlacement(HostTable table, RecentHosts hosts, int vcpusPerCpu) {
        this.table = table;
        this.hosts = hosts;
        this.vcpusPerCpu = vcpusPerCpu;
    }

    @Override
    public <T> T place(Capacity part, @Nullable UUID wanted, Function<Host, T> attempt) {
        return place(part, wanted, host -> true, attempt);
    }

    @Override
    public <T> T place(Capacity part, @Nullable UUID wanted, Predicate<Host> fit, Function<Host, T> attempt) {
        if (wanted != null) {
            List<Host> only = List.of(wanted(wanted));
            return attempt(only, part, attempt).orElseThrow(() -> new ProblemException(refusal(only, true)));
        }
        return attempt(fit(hosts.all(), fit), part, attempt)
                .or(() -> attempt(fit(hosts.fresh(), fit), part, attempt))
                .orElseThrow(() -> new ProblemException(refusal(fit(hosts.all(), fit), false)));
    }

    @Override
    public <T> T placeAll(
            Capacity part, int count, @Nullable UUID wanted, Predicate<Host> fit, Function<List<Host>, T> attempt) {
        if (wanted != null) {
            List<Host> only = List.of(wanted(wanted));
            return spread(only, part, count, attempt)
                    .orElseThrow(() -> new ProblemException(refusal(only, count, true)));
        }
        return spread(fit(hosts.all(), fit), part, count, attempt)
                .or(() -> spread(fit(hosts.fresh(), fit), part, count, attempt))
                .orElseThrow(() -> new ProblemException(refusal(fit(hosts.all(), fit), count, false)));
    }

    private <T> Optional<T> spread(List<Host> candidates, Capacity part, int count, Function<List<Host>, T> attempt) {
        List<Host> up =
                candidates.stream().filter(host -> host.state() == HostState.UP).toList();
        return new Spread(up, part, vcpusPerCpu).over(count).flatMap(each -> unlessFull(() -> attempt.apply(each)));
    }

    /** Those that fit, or all if none does; so one alone need not be asked about. */
    private static List<Host> fit(List<Host> all, Predicate<Host> fit) {
        if (all.size() < 2) {
            return all;
        }
        List<Host> those = all.stream().filter(fit).toList();
        return those.isEmpty() ? all : those;
    }

    @Override
    public void reserve(UUID host, Capacity part) {
        table.reserve(
                host,
                part,
                vcpusPerCpu,
                () -> new ProblemException(noCapacity(HostMessage.ROOM_GONE.with(), HostMessage.TRY_AGAIN)));
    }

    @Override
    public void exchange(UUID host, Capacity from, Capacity to) {
        boolean grows = to.vcpus() > from.vcpus() || to.memoryMib() > from.memoryMib() || to.diskGib() > from.diskGib();
        if (!table.exchange(host, from, to, vcpusPerCpu) && grows) {
            throw new ProblemException(noCapacity(HostMessage.NO_ROOM_LEFT.with(), HostMessage.MAKE_ROOM));
        }
    }

    @Override
    public void release(UUID host, Capacity part) {
        table.release(host, part);
    }

    @Override
    public void recount(Supplier<Map<UUID, Promised>> promised) {
        Map<UUID, Promised> found = promised.get();
        table.all().stream()
                .filter(host -> !new Promised(host.vms(), host.used()).equals(of(host.id(), found)))
                .forEach(host -> table.recount(host.id(), () -> of(host.id(), promised.get())));
    }

    private static Promised of(UUID host, Map<UUID, Promised> promised) {
        return promised.getOrDefault(host, Promised.NONE);
    }

    private <T> Optional<T> attempt(List<Host> candidates, Capacity part, Function<Host, T> attempt) {
        List<Host> roomiestFirst = candidates.stream()
                .filter(host -> host.state() == HostState.UP && hasRoom(host, part))
                .sorted(Comparator.comparingDouble(HostPlacement::freeMemory).reversed())
                .toList();
        return roomiestFirst.stream()
                .flatMap(host -> unlessFull(() -> attempt.apply(host)).stream())
                .findFirst();
    }

    /** What an attempt returns; empty where what was read is promised to others by now. */
    private static <T> Optional<T> unlessFull(Supplier<T> attempt) {
        try {
            return Optional.of(attempt.get());
        } catch (ProblemException e) {
            if (!e.problem().slug().equals(NO_CAPACITY)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Host wanted(UUID id) {
        return table.find(id).orElseThrow(() -> FieldValues.refused("/hostId", HostMessage.NO_SUCH_HOST.with()));
    }

    private boolean hasRoom(Host host, Capacity part) {
        return Spread.hasRoom(host, host.used(), part, vcpusPerCpu);
    }

    private static double freeMemory(Host host) {
        return Spread.freeMemory(host, host.used());
    }

    private static Problem refusal(List<Host> candidates, boolean wanted) {
        return refusal(candidates, 1, wanted);
    }

    private static Problem refusal(List<Host> candidates, int count, boolean wanted) {
        if (candidates.isEmpty()) {
            return noCapacity(HostMessage.NONE_YET.with(), HostMessage.CONNECT);
        }
        String host = candidates.getFirst().name();
        if (candidates.stream().noneMatch(each -> each.state() == HostState.UP)) {
            return noCapacity(
                    wanted ? HostMessage.TAKES_NONE.with(host) : HostMessage.NONE_TAKES.with(),
                    HostMessage.WAIT_FOR_HOST);
        }
        if (count > 1) {
            return noCapacity(
                    wanted ? HostMessage.NO_ROOM_FOR_ON.with(host, count) : HostMessage.NO_ROOM_FOR.with(count),
                    HostMessage.ASK_FOR_FEWER);
        }
        return noCapacity(
                wanted ? HostMessage.NO_ROOM_ON.with(host) : HostMessage.NO_ROOM.with(), HostMessage.ASK_FOR_LESS);
    }

    private static Problem noCapacity(Message detail, HostMessage remedy) {
        return StandardProblem.NO_CAPACITY.of(detail).withRemedy(remedy.with());
    }
}
