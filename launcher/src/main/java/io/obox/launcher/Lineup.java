package io.obox.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bundles that a start is to have: those of the features, and in the place of some the builds that replaced them.
 *
 * @param features changes with every feature and every jar that is shipped
 * @param jars by location, in the order of their start
 */
record Lineup(String features, Map<String, Path> jars) {

    static Lineup of(Platform platform, Replaced replaced) throws IOException {
        Map<String, Path> jars = new LinkedHashMap<>();
        for (Path jar : platform.bundles()) {
            replaced.insteadOf(jar)
                    .ifPresentOrElse(
                            build -> jars.put(build.location(), replaced.archive(build)),
                            () -> jars.put(jar.toUri().toString(), jar));
        }
        replaced.beside().forEach(build -> jars.put(build.location(), replaced.archive(build)));
        return new Lineup(platform.fingerprint(), jars);
    }

    /** As it is written down: the features, and each bundle with what tells its jar from another. */
    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("features " + features);
        for (Map.Entry<String, Path> bundle : jars.entrySet()) {
            lines.add(Fingerprint.of(bundle.getValue()) + " " + bundle.getKey());
        }
        return lines;
    }
}
