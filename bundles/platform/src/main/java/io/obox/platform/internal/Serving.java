package io.obox.platform.internal;

import io.obox.platform.internal.build.Standing;
import io.obox.platform.internal.message.UpdateMessage;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Which of several versions of a bundle serves, while one is tried, drained, or could not be removed. */
record Serving(BundleContext context, Standing standing) {
    /** The one that stands in the place of others; if there is none, the one that never replaced another. */
    Optional<Bundle> of(String symbolicName) {
        @Nullable String digest = digest(symbolicName);
        return Arrays.stream(context.getBundles())
                .filter(b -> symbolicName.equals(b.getSymbolicName()) && b.getState() == Bundle.ACTIVE)
                .max(Comparator.<Bundle, Boolean>comparing(b -> b.getLocation().equals(Standing.PREFIX + digest))
                        .thenComparing(b -> !b.getLocation().startsWith(Standing.PREFIX))
                        .thenComparing(Bundle::getBundleId));
    }

    private @Nullable String digest(String symbolicName) {
        try {
            return standing.digests().get(symbolicName);
        } catch (IOException e) {
            throw new ProblemException(Problem.unavailable(UpdateMessage.BUILDS_UNREADABLE.with()), e);
        }
    }
}
