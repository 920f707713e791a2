package io.obox.vm.internal.vms;

import io.obox.host.Hosts;
import io.obox.image.store.ImageStore;
import io.obox.job.Job;
import io.obox.job.Jobs;
import io.obox.user.Users;
import io.obox.vm.Vm;
import io.obox.vm.VmState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Makes VMs of their rows and of what other domains know of them: names of images and hosts, owners' addresses, jobs. */
@Component(service = VmAssembly.class)
public final class VmAssembly {
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Users users;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Hosts hosts;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ImageStore images;

    private record Known(
            Map<UUID, Job> jobs, Map<UUID, String> emails, Map<UUID, String> hosts, Map<UUID, String> images) {}

    /** One VM. */
    Vm of(VmRow row) {
        return of(List.of(row)).getFirst();
    }

    /** VMs in the order of their rows. */
    List<Vm> of(List<VmRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Known known = new Known(
                jobs.unfinished(all(rows, VmRow::id)),
                users.emails(all(rows, VmRow::ownerId)),
                hosts.names(all(rows, VmRow::hostId)),
                images.names(all(rows, row -> row.spec().imageId())));
        return rows.stream().map(row -> vm(row, known)).toList();
    }

    private static Set<UUID> all(List<VmRow> rows, Function<VmRow, @Nullable UUID> id) {
        return rows.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private Vm vm(VmRow row, Known known) {
        @Nullable InBin bin = row.bin();
        return new AssembledVm(
                row.id(),
                row.name(),
                ref(row.ownerId(), known.emails()),
                ref(row.spec().imageId(), known.images()),
                row.hostId() == null ? null : ref(row.hostId(), known.hosts()),
                row.spec(),
                row.tags(),
                row.desiredPower(),
                bin == null || bin.purging() ? row.state() : VmState.STOPPED,
                row.addresses(),
                row.problem(),
                known.jobs().get(row.id()),
                row.isProtected(),
                bin == null ? null : bin.since(),
                bin == null ? null : bin.expiresAt(),
                row.createdAt(),
                row.startedAt(),
                row.version());
    }

    private static Vm.Ref ref(UUID id, Map<UUID, String> names) {
        return new Vm.Ref(id, names.getOrDefault(id, ""));
    }
}
