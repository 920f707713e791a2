package io.obox.platform.internal;

import io.obox.job.Place;
import io.obox.platform.internal.message.UpdateMessage;
import io.obox.platform.internal.settings.PlatformSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** This node: its name, and its folders. */
@Component(
        service = Node.class,
        configurationPid = {"io.obox.platform", "$"})
public final class Node {
    private final String name;
    private final boolean runsJobs;
    private final Path archives;
    private final Path repository;

    /** As it was configured, and as the launcher has started it. */
    @Activate
    public Node(BundleContext context, PlatformSettings settings) {
        this(
                settings.node().isBlank() ? machine() : settings.node(),
                settings.jobs(),
                Path.of(folder(context, "obox.data")).resolve("bundles"),
                Path.of(folder(context, "obox.home")).resolve("repository"));
    }

    Node(String name, boolean runsJobs, Path archives, Path repository) {
        this.name = name;
        this.runsJobs = runsJobs;
        this.archives = archives;
        this.repository = repository;
    }

    /** Its name, unique. */
    public String name() {
        return name;
    }

    /** The place that it is: a job that needs it runs here. */
    public Place place() {
        return place(name);
    }

    /** The place that the node of this name is. */
    static Place place(String name) {
        return Place.of("node:" + name, UpdateMessage.NODE.with(name));
    }

    /** Whether jobs run here. */
    public boolean runsJobs() {
        return runsJobs;
    }

    /** The folder of builds. */
    public Path archives() {
        return archives;
    }

    /** The folder of what is shipped. */
    public Path repository() {
        return repository;
    }

    private static String folder(BundleContext context, String property) {
        String value = context.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("the launcher has not set " + property);
        }
        return value;
    }

    private static String machine() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
