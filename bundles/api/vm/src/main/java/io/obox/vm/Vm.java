package io.obox.vm;

import io.obox.job.Job;
import io.obox.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine.
 *
 * @param name RFC 1123 label, unique among its owner's VMs
 * @param host where it is placed, or null before placement
 * @param tags free labels in lower case, sorted
 * @param addresses IP addresses that it got in its present boot
 * @param problem why it is FAILED, or null
 * @param job its unfinished job, or null
 * @param startedAt when its present boot began, or null while it is off
 * @param version grows with each change; the ETag
 */
public record Vm(
        UUID id,
        String name,
        Ref owner,
        Ref image,
        @Nullable Ref host,
        VmSpec spec,
        List<String> tags,
        DesiredPower desiredPower,
        VmState state,
        List<String> addresses,
        @Nullable Problem problem,
        @Nullable Job job,
        Instant createdAt,
        @Nullable Instant startedAt,
        long version) {
    /** Another object and what to call it: an e-mail address for a user, else its name. */
    public record Ref(UUID id, String name) {}

    /** Copies the lists. */
    public Vm {
        tags = List.copyOf(tags);
        addresses = List.copyOf(addresses);
    }
}
