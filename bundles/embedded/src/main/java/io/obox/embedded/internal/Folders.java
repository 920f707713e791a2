package io.obox.embedded.internal;

import io.obox.embedded.internal.server.DataFolder;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;

/** Finds the data folder. */
final class Folders {
    private Folders() {}

    /** As the settings, the framework or the environment say; else {@code data} in the working directory. */
    static DataFolder data(Settings settings, BundleContext context) {
        return Stream.of(settings.data(), context.getProperty("obox.data"), System.getenv("OBOX_DATA"))
                .filter(path -> path != null && !path.isBlank())
                .findFirst()
                .map(path -> new DataFolder(Path.of(path)))
                .orElseGet(() -> new DataFolder(Path.of("data")));
    }
}
