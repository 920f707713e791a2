package io.obox.audit.internal.chain;

import io.obox.problem.ProblemException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Extends the chain once a second on each node: where one has gone, another goes on. */
@Component(service = {})
public final class Linking {
    private static final Logger LOG = LoggerFactory.getLogger(Linking.class);
    private static final long PERIOD_MILLIS = 1_000;

    private final Chain chain;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .inheritInheritableThreadLocals(false)
            .daemon()
            .name("obox-audit-chain")
            .factory());

    /** Of this chain. */
    @Activate
    public Linking(@Reference Chain chain) {
        this.chain = chain;
        clock.scheduleWithFixedDelay(this::extend, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What is under way ends; a record without its place gets it from whoever comes next. */
    @Deactivate
    void deactivate() {
        clock.shutdown();
    }

    private void extend() {
        try {
            int linked;
            do {
                linked = chain.extend();
            } while (linked > 0 && !clock.isShutdown());
        } catch (ProblemException e) {
            LOG.debug("The chain of the audit log is extended later", e);
        } catch (RuntimeException e) {
            LOG.error("The chain of the audit log could not be extended", e);
        }
    }
}
