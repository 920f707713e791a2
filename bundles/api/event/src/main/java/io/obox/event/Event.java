package io.obox.event;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** A change that was published, here or on another node. */
@ProviderType
public interface Event {
    /** The event's own id, UUIDv7: the same on every node, and in its first half the time of the publication. */
    UUID id();

    /** What changed. */
    Change<?> change();

    /** The change, if it is of this topic. */
    @SuppressWarnings("unchecked") // a topic's name stands for its type
    default <S> Optional<Change<S>> of(Topic<S> topic) {
        return change().topic().equals(topic) ? Optional.of((Change<S>) change()) : Optional.empty();
    }
}
