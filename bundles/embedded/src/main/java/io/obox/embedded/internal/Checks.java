package io.obox.embedded.internal;

import io.obox.embedded.internal.server.Supervisor;
import org.apache.felix.hc.api.Result;
import org.jspecify.annotations.Nullable;

/** What the health checks say. */
final class Checks {
    private Checks() {}

    static Result of(String server, @Nullable Supervisor supervisor) {
        if (supervisor == null) {
            return new Result(Result.Status.OK, "Another " + server + " has been configured; none is run here.");
        }
        String failure = supervisor.failure();
        return failure == null
                ? new Result(Result.Status.OK, server + " runs.")
                : new Result(Result.Status.TEMPORARILY_UNAVAILABLE, server + " does not run. " + failure);
    }
}
