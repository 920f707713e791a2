package io.obox.platform.internal.proof;

import io.obox.message.Message;
import io.obox.platform.internal.message.UpdateMessage;
import java.util.Collection;
import java.util.List;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;

/** Whether this node serves, by the same checks that its readiness is told by. */
public record Health(HealthCheckExecutor executor) {
    private static final String READY = "ready";

    /** What is wrong, one sentence each; empty if all is well. */
    public List<Message> faults() {
        var fresh = new HealthCheckExecutionOptions().setForceInstantExecution(true);
        return executor.execute(HealthCheckSelector.tags(READY), fresh).stream()
                .filter(r -> !r.getHealthCheckResult().isOk())
                .map(r -> UpdateMessage.UNHEALTHY.with(
                        r.getHealthCheckMetadata().getTitle(),
                        r.getHealthCheckResult().getStatus()))
                .toList();
    }

    /** Faults of this node that were not there before. */
    public List<Message> faultsBeyond(Collection<Message> known) {
        return faults().stream().filter(f -> !known.contains(f)).toList();
    }
}
