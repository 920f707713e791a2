package io.obox.vm.internal.images;

import io.obox.problem.ProblemException;
import io.obox.vm.internal.hosts.HostRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scans the folder of images every few seconds, from the start on. */
@Component(service = ImageScanner.class, immediate = true)
public final class ImageScanner {
    private static final Logger LOG = LoggerFactory.getLogger(ImageScanner.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final ImageScan scan;
    private final HostRegistry hosts;
    private final Thread thread;
    /** The backends that there were when the last scan began that came to its end. */
    private volatile @Nullable Set<String> scannedFor;

    /** Begins at once. */
    @Activate
    public ImageScanner(@Reference Catalogue catalogue, @Reference ImageFolder folder, @Reference HostRegistry hosts) {
        this.hosts = hosts;
        this.scan = new ImageScan(catalogue, folder, hosts::backends, Duration.ofSeconds(1));
        this.thread = Thread.ofVirtual().name("obox-images").start(this::run);
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        thread.interrupt();
    }

    /** Whether there is an image to choose, or it is known that there is none. */
    public boolean hasLooked() {
        return scan.hasTakenAny() || hosts.backends().equals(scannedFor);
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
        Set<String> before = hosts.backends();
        long end = System.nanoTime() + INTERVAL.toNanos();
        while (System.nanoTime() < end && hosts.backends().equals(before)) {
            Thread.sleep(GLANCE);
        }
    }

    private void scan() {
        try {
            Set<String> backends = hosts.backends();
            scan.run();
            scannedFor = backends;
        } catch (ProblemException e) {
            LOG.debug("The catalogue of images can't be compared now", e);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The folder of images can't be read", e);
        }
    }
}
