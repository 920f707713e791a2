package io.obox.host.internal.table;

import io.obox.host.internal.HostSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** This node, in this life: two versions of the bundle side by side are as two nodes. */
@Component(
        service = Node.class,
        configurationPid = {HostSettings.PID, "$"})
public final class Node {
    private final String name;
    private final UUID life = UUID.randomUUID();

    /** By the settings. */
    @Activate
    public Node(HostSettings settings) {
        this(settings.node().isBlank() ? machine() : settings.node());
    }

    /** Of this name. */
    public Node(String name) {
        this.name = name;
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** Which life of it this is. */
    public UUID life() {
        return life;
    }

    /** The machine's name from the kernel: a name service might keep us waiting. */
    private static String machine() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
