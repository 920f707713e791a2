package io.obox.platform.internal;

import java.time.Duration;
import java.util.List;
import org.osgi.framework.Version;

/**
 * A replacement that took place.
 *
 * @param takeover from the start of the new version to the moment when it served alone in the old one's place
 * @param drain how long the old version was still needed
 * @param overran what was not done when the grace of the drain ended, and was cut off with the old version
 */
record Succession(
        String symbolicName, Version from, Version to, Duration takeover, Duration drain, List<String> overran) {
    @Override
    public String toString() {
        String text = "%s %s -> %s: took over in %d ms, old version drained in %d ms"
                .formatted(symbolicName, from, to, takeover.toMillis(), drain.toMillis());
        return overran.isEmpty() ? text : text + "; cut off: " + String.join(", ", overran);
    }
}
