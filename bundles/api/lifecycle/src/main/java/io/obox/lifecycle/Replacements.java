package io.obox.lifecycle;

import io.obox.user.Caller;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Replaces bundles of this node by other builds of them, while they are in use: one at a time, each by a job. Only
 * administrators may. Thread-safe; every fault is a {@link io.obox.problem.ProblemException}.
 */
@ProviderType
public interface Replacements {
    /**
     * Has the running bundle of the same symbolic name replaced by this jar; returns once that is written down, and does not
     * wait for it.
     *
     * @param jar read to its end, and not closed
     * @param waivers what is not to be insisted on
     * @throws io.obox.problem.ProblemException {@code update-refused} where it can't be tried at all, {@code forbidden}
     */
    Replacement begin(Caller caller, InputStream jar, Set<Waiver> waivers);

    /** One replacement of any node, as it stands now, or {@code not-found}. */
    Replacement get(Caller caller, UUID id);
}
