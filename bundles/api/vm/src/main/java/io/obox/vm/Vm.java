package io.obox.vm;

import io.obox.job.Job;
import io.obox.problem.Problem;
import io.obox.version.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A virtual machine, as it was when it was asked for. Immutable. Jackson writes it as the document that REST answers with.
 */
@ProviderType
public interface Vm extends Versioned {
    /** Another object and what to call it: an e-mail address for a user, else its name. */
    record Ref(UUID id, String name) {}

    /** Its id. */
    UUID id();

    /** RFC 1123 label, unique among its owner's VMs. */
    String name();

    /** Whose it is. */
    Ref owner();

    /** The image that its disk started from. */
    Ref image();

    /** Where it is placed, or null before placement. */
    @Nullable
    Ref host();

    /** What it is made of. */
    VmSpec spec();

    /** Free labels in lower case, sorted. */
    List<String> tags();

    /** What its power is to be. */
    DesiredPower desiredPower();

    /** What it is. */
    VmState state();

    /** IP addresses that it got in its present boot. */
    List<String> addresses();

    /** Why it is FAILED, or null. */
    @Nullable
    Problem problem();

    /** Its unfinished job, or null. */
    @Nullable
    Job job();

    /** Whether it is not to be deleted. */
    boolean isProtected();

    /** When it was put into the bin, or null where it is not there. It is STOPPED there, and DELETING when it goes for good. */
    @Nullable
    Instant deletedAt();

    /** When it goes from the bin for good, unless the bin's setting is changed; null where it is not there. */
    @Nullable
    Instant expiresAt();

    /** When it was asked for. */
    Instant createdAt();

    /** When its present boot began, or null while it is off. */
    @Nullable
    Instant startedAt();
}
