package io.obox.vm.internal.images;

import io.obox.problem.ProblemException;
import io.obox.vm.internal.hosts.HostRegistry;
import java.io.IOException;
import java.time.Duration;
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

    private final ImageScan scan;
    private final Thread thread;

    /** Begins at once. */
    @Activate
    public ImageScanner(@Reference Catalogue catalogue, @Reference ImageFolder folder, @Reference HostRegistry hosts) {
        this.scan = new ImageScan(catalogue, folder, hosts::backends, Duration.ofSeconds(1));
        this.thread = Thread.ofVirtual().name("obox-images").start(this::run);
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                scan();
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void scan() {
        try {
            scan.run();
        } catch (ProblemException e) {
            LOG.debug("The catalogue of images can't be compared now", e);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The folder of images can't be read", e);
        }
    }
}
