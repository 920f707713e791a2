package io.obox.platform.internal.step;

import io.obox.lifecycle.Drain;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All who run code of other bundles, asked together to let go of one. */
@Component(service = Drains.class)
public final class Drains {
    private static final Logger LOG = LoggerFactory.getLogger(Drains.class);
    /** What a drain may take beyond the grace that it was given. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final List<Drain> drains = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindDrain(Drain drain) {
        drains.add(drain);
    }

    void unbindDrain(Drain drain) {
        drains.remove(drain);
    }

    /** Tells all to let go of a version, and does not wait. */
    void begin(Bundle bundle, Duration grace) {
        drains.forEach(drain -> start(drain, bundle, grace, new CopyOnWriteArrayList<>()));
    }

    /** Waits until nothing runs in a version any more; tells who was not done when the grace had ended. */
    List<String> await(Bundle bundle, Duration grace) throws InterruptedException {
        List<String> overran = new CopyOnWriteArrayList<>();
        List<Thread> threads = drains.stream()
                .map(drain -> start(drain, bundle, grace, overran))
                .toList();
        long end = System.nanoTime() + grace.plus(SLACK).toNanos();
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                overran.add(thread.getName());
            }
        }
        return List.copyOf(overran);
    }

    private static Thread start(Drain drain, Bundle bundle, Duration grace, List<String> overran) {
        return Thread.ofPlatform()
                .inheritInheritableThreadLocals(false)
                .daemon()
                .name(drain.getClass().getSimpleName())
                .start(new FutureTask<>(() -> letGo(drain, bundle, grace, overran), null));
    }

    private static void letGo(Drain drain, Bundle bundle, Duration grace, List<String> overran) {
        String name = drain.getClass().getSimpleName();
        try {
            if (!drain.drain(bundle, grace)) {
                overran.add(name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.warn("{} could not let go of {}", name, bundle, e);
            overran.add(name);
        }
    }
}
