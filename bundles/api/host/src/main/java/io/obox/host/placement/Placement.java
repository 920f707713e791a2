package io.obox.host.placement;

import io.obox.host.Capacity;
import io.obox.host.Host;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Promises parts of hosts to guests, in the thread's transaction (see {@link io.obox.persistence.Transactions}). Thread-safe. */
@ProviderType
public interface Placement {
    /**
     * Promises a part of a host that takes guests and has that much left. Many want the host's row: to be called as late in
     * the transaction as can be.
     *
     * @param wanted the only host that will do, or null for any
     * @return the host
     * @throws io.obox.problem.ProblemException {@code no-capacity}; {@code validation} of {@code /hostId} where there is no
     *     such host
     */
    Host reserve(Capacity part, @Nullable UUID wanted);

    /** Takes back what was promised. */
    void release(UUID host, Capacity part);
}
