package io.obox.job;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** One line of a job's log. Immutable. Jackson writes it as the document that REST answers with. */
@ProviderType
public interface JobLogLine {
    /** Grows by line within the job, from 1. */
    long seq();

    /** When it was written. */
    Instant at();

    /** The attempt that wrote it, from 1. */
    int attempt();

    /** What it says. */
    String text();
}
