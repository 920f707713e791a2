package io.obox.lifecycle;

import io.obox.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** A replacement of one build of a bundle by another, as it stood when it was asked for. Immutable. */
@ProviderType
public interface Replacement {
    /** By this it is found again. */
    UUID id();

    /** The node whose bundle it is. */
    String node();

    /** The bundle's symbolic name. */
    String bundle();

    /** The version that is replaced. */
    String from();

    /** The version that takes its place. */
    String to();

    /** SHA-256 of the new build's content, in hexadecimal digits. */
    String digest();

    /** How far it is. */
    ReplacementStep step();

    /** Why it was refused, or null. */
    @Nullable
    Problem problem();

    /** What was cut off with the former version, because it was not done when the grace ended. */
    List<String> cutOff();

    /** When it was asked for. */
    Instant createdAt();

    /** When its job began, or null. */
    @Nullable
    Instant startedAt();

    /** When the new version served in the former one's place, or null. */
    @Nullable
    Instant tookOverAt();

    /** When nothing more was to be done, or null. */
    @Nullable
    Instant finishedAt();
}
