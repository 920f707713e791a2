package io.obox.launcher;

import java.util.List;
import java.util.Map;

/**
 * One capability of the platform, as a file of the Sling feature model describes it.
 *
 * @param bundles Maven coordinates, {@code group:artifact[:type[:classifier]]:version}
 * @param configurations properties by PID; a factory PID and its name are joined by {@code ~}
 * @param frameworkProperties properties of the framework
 */
record Feature(
        List<String> bundles,
        Map<String, Map<String, Object>> configurations,
        Map<String, String> frameworkProperties) {

    Feature {
        bundles = List.copyOf(bundles);
        configurations = Map.copyOf(configurations);
        frameworkProperties = Map.copyOf(frameworkProperties);
    }
}
