package io.obox.vm.internal.rest;

import io.obox.job.Job;
import io.obox.job.JobProgress;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.user.Owner;
import io.obox.vm.DesiredPower;
import io.obox.vm.Vm;
import io.obox.vm.VmState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A VM as REST shows it. */
public record VmDocument(
        UUID id,
        String name,
        Owner owner,
        Vm.Ref image,
        Vm.@Nullable Ref host,
        int vcpus,
        int memoryMib,
        int diskGib,
        String network,
        List<String> tags,
        boolean autostart,
        DesiredPower desiredPower,
        VmState state,
        List<String> addresses,
        Console console,
        @Nullable Problem problem,
        @Nullable Work job,
        Instant createdAt,
        @Nullable Instant startedAt,
        long version) {

    /** Which consoles can be opened. */
    public record Console(boolean vnc, boolean serial) {
        private static final Console NONE = new Console(false, false);
    }

    /** An unfinished job in short. */
    public record Work(UUID id, String kind, JobState state, JobProgress progress) {
        static @Nullable Work of(@Nullable Job job) {
            return job == null ? null : new Work(job.id(), job.kind(), job.state(), job.progress());
        }
    }

    static VmDocument of(Vm vm) {
        return new VmDocument(
                vm.id(),
                vm.name(),
                new Owner(vm.owner().id(), vm.owner().name()),
                vm.image(),
                vm.host(),
                vm.spec().vcpus(),
                vm.spec().memoryMib(),
                vm.spec().diskGib(),
                vm.spec().network(),
                vm.tags(),
                vm.spec().autostart(),
                vm.desiredPower(),
                vm.state(),
                vm.addresses(),
                Console.NONE,
                vm.problem(),
                Work.of(vm.job()),
                vm.createdAt(),
                vm.startedAt(),
                vm.version());
    }
}
