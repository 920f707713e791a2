package io.obox.image.internal.catalogue;

import io.obox.host.access.HostAccess;
import io.obox.image.store.ImageUsage;
import io.obox.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scans the folder of images every few seconds, from the start on. */
@Component(service = ImageScanner.class, immediate = true)
public final class ImageScanner {
    private static final Logger LOG = LoggerFactory.getLogger(ImageScanner.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final ImageScan scan;
    private final ImageUsages usages = new ImageUsages(PATIENCE);
    private final Thread thread;
    /** The backends that there were when the last scan began that came to its end. */
    private volatile @Nullable Set<String> scannedFor;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile HostAccess hosts;

    /** Within the bundle. */
    @Activate
    public ImageScanner(
            @Reference Catalogue catalogue,
            @Reference Copies copies,
            @Reference LocalImages local,
            @Reference ImageFolder folder) {
        this.scan = new ImageScan(catalogue, copies, local, folder, this::backends, usages::of, Duration.ofSeconds(1));
        // not a virtual thread: an interrupt would close the connection to the database that it reads from
        this.thread = Thread.ofPlatform()
                .inheritInheritableThreadLocals(false)
                .daemon()
                .name("obox-images")
                .unstarted(new FutureTask<>(this::run, null));
    }

    /** Begins, now that the services are there which are no arguments of the constructor. */
    @Activate
    public void activate() {
        thread.start();
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        thread.interrupt();
        usages.close();
    }

    /** Somebody makes things of images. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addUsage(ImageUsage usage) {
        usages.add(usage);
    }

    /** No longer. */
    public void removeUsage(ImageUsage usage) {
        usages.remove(usage);
    }

    private Set<String> backends() {
        return hosts.backends();
    }

    /** Whether there is an image to choose, or it is known that there is none. */
    public boolean hasLooked() {
        return scan.hasTakenAny() || backends().equals(scannedFor);
    }

    private void run() {
        try {
            while (true) {
                scan();
                pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Which images there are depends on the backends too: one that comes is not kept waiting. */
    private void pause() throws InterruptedException {
        Set<String> before = backends();
        long end = System.nanoTime() + INTERVAL.toNanos();
        while (System.nanoTime() < end && backends().equals(before)) {
            Thread.sleep(GLANCE);
        }
    }

    private void scan() {
        try {
            Set<String> backends = backends();
            scan.run();
            scannedFor = backends;
        } catch (ProblemException e) {
            LOG.debug("The catalogue of images can't be compared now", e);
        } catch (IOException | RuntimeException | Error e) {
            // also whatever those throw who are asked for what they use
            LOG.warn("The folder of images can't be read", e);
        }
    }
}
