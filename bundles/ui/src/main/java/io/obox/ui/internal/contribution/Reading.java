package io.obox.ui.internal.contribution;

import io.obox.ui.UiContribution;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a contribution for its module, and reads it. That is other people's code, so it runs on a thread of its own: whoever
 * begins it is the start of a bundle, which goes on after a moment if it hangs.
 */
final class Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final UiContribution contribution;
    private final ServiceReference<UiContribution> reference;
    private final Consumer<LoadableModule> whenRead;
    private volatile @Nullable FutureTask<LoadableModule> task;

    /** Of a contribution; says so when it was read. */
    Reading(
            UiContribution contribution,
            ServiceReference<UiContribution> reference,
            Consumer<LoadableModule> whenRead) {
        this.contribution = contribution;
        this.reference = reference;
        this.whenRead = whenRead;
    }

    /** Reads it, usually before this returns. */
    void begin() {
        FutureTask<LoadableModule> begun = new FutureTask<>(() -> LoadableModule.of(contribution.module()));
        task = begun;
        Thread.ofPlatform()
                .inheritInheritableThreadLocals(false)
                .daemon()
                .name("obox-ui-read")
                .start(begun);
        if (!ends(begun, MOMENT)) {
            Thread.ofVirtual()
                    .inheritInheritableThreadLocals(false)
                    .name("obox-ui-wait")
                    .start(new FutureTask<>(() -> limit(begun), null));
        }
    }

    /** Gives it up, if it still lasts. */
    void end() {
        FutureTask<LoadableModule> begun = task;
        if (begun != null) {
            begun.cancel(true);
        }
    }

    /** What was read, once it is. */
    Optional<LoadableModule> module() {
        FutureTask<LoadableModule> begun = task;
        return begun != null && begun.state() == Future.State.SUCCESS
                ? Optional.of(begun.resultNow())
                : Optional.empty();
    }

    private void limit(FutureTask<LoadableModule> begun) {
        if (!ends(begun, LIMIT)) {
            begun.cancel(true);
            LOG.error("Service {} takes too long to say what it contributes to the page.", reference);
        }
    }

    /** Whether it ends within a time. */
    private boolean ends(FutureTask<LoadableModule> begun, Duration patience) {
        try {
            whenRead.accept(begun.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            LOG.error("What service {} contributes to the page can't be used.", reference, e.getCause());
        } catch (CancellationException e) {
            LOG.debug("What service {} contributes to the page is not needed any more.", reference, e);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }
}
