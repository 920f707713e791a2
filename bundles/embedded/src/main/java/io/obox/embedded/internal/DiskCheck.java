package io.obox.embedded.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Whether there is room for what is written next, before PostgreSQL has to refuse it. */
@Component(
        configurationPid = {"io.obox.embedded", "$"},
        property = {HealthCheck.NAME + "=Disk", HealthCheck.TAGS + "=ready", HealthCheck.TAGS + "=embedded"})
public final class DiskCheck implements HealthCheck {
    private static final long MIB = 1 << 20;
    private static final long NEEDED = 64 * MIB;

    private final Path folder;
    private final long needed;

    /** Of the data folder. */
    @Activate
    public DiskCheck(BundleContext context, Settings settings) {
        this(Folders.data(settings, context).root(), NEEDED);
    }

    /** With the bytes that have to be free. */
    DiskCheck(Path folder, long needed) {
        this.folder = folder;
        this.needed = needed;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < needed) {
                log.temporarilyUnavailable(
                        "The disk is full: only {} MiB are free for {}, and {} are needed.",
                        free / MIB,
                        folder,
                        needed / MIB);
            } else {
                log.info("{} MiB are free for {}.", free / MIB, folder);
            }
        } catch (IOException e) {
            log.temporarilyUnavailable("It can't be told how much room there is for {}: {}", folder, e.getMessage());
        }
        return new Result(log);
    }
}
