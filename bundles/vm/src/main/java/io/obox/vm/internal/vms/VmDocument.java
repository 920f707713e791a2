package io.obox.vm.internal.vms;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.obox.job.Job;
import io.obox.job.JobProgress;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.user.Owner;
import io.obox.version.Versioned;
import io.obox.vm.DesiredPower;
import io.obox.vm.Vm;
import io.obox.vm.VmSpec;
import io.obox.vm.VmState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A VM as REST shows it. The members are those of {@link Vm}, those of its {@link VmSpec} beside them.
 *
 * @param console which consoles can be opened
 * @param job its unfinished job in short, or null
 * @param isProtected whether it is not to be deleted
 * @param deletedAt when it was put into the bin; null where it is not there
 * @param expiresAt when it goes from there for good; null likewise
 */
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
        @JsonProperty("protected") boolean isProtected,
        @Nullable Instant deletedAt,
        @Nullable Instant expiresAt,
        Instant createdAt,
        @Nullable Instant startedAt,
        long version)
        implements Versioned {

    /** Which consoles can be opened. */
    public record Console(boolean vnc, boolean serial) {
        /** None. */
        public static final Console NONE = new Console(false, false);
    }

    /** An unfinished job in short. */
    public record Work(
            UUID id, String kind, @Nullable String action, JobState state, JobProgress progress, long version) {
        /** The short form of a job; null for none. */
        static @Nullable Work of(@Nullable Job job) {
            return job == null
                    ? null
                    : new Work(job.id(), job.kind(), job.action(), job.state(), job.progress(), job.version());
        }
    }

    /** The document of a VM. */
    public static VmDocument of(Vm vm) {
        return new VmDocument(
                vm.id(),
                vm.name(),
                new Owner(vm.owner().id(), vm.owner().name()),
                vm.image(),
                vm.host(),
                vm.spec().vcpus(),
                vm.spec().memoryMib(),
                vm.spec().diskGib(),
                vm.spec().interfaces().getFirst().network(),
                vm.tags(),
                vm.spec().autostart(),
                vm.desiredPower(),
                vm.state(),
                vm.addresses(),
                Console.NONE,
                vm.problem(),
                Work.of(vm.job()),
                vm.isProtected(),
                vm.deletedAt(),
                vm.expiresAt(),
                vm.createdAt(),
                vm.startedAt(),
                vm.version());
    }
}
