package io.obox.job;

import io.obox.message.Message;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** What it says, in English. */
    String text();

    /** By which the text is found in other languages, or null ({@link Message}). */
    default @Nullable String code() {
        return null;
    }

    /** The arguments of the text. */
    default Map<String, Object> args() {
        return Map.of();
    }
}
