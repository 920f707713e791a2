package io.obox.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All features of a folder, taken together.
 *
 * @param bundles the jars of all bundles, each once
 * @param configurations properties by PID
 * @param frameworkProperties properties of the framework
 * @param fingerprint changes with every feature and every jar
 */
record Platform(
        List<Path> bundles,
        Map<String, Map<String, Object>> configurations,
        Map<String, String> frameworkProperties,
        String fingerprint) {

    /** The framework's own feature brings the log and the configurations, which the others want from their first moment. */
    private static final Comparator<Path> FIRST =
            Comparator.comparing((Path file) -> !name(file).equals("framework")).thenComparing(Path::compareTo);

    /** Reads the features in {@code folder}, save those named in {@code without}. */
    static Platform of(Path folder, Set<String> without, Repository repository) throws IOException {
        Set<Path> bundles = new LinkedHashSet<>();
        Map<String, Map<String, Object>> configurations = new LinkedHashMap<>();
        Map<String, String> properties = new LinkedHashMap<>();
        Fingerprint fingerprint = new Fingerprint();
        for (Path file : files(folder, without)) {
            Feature feature = FeatureFile.read(file);
            feature.bundles().forEach(coordinates -> bundles.add(repository.locate(coordinates)));
            feature.configurations()
                    .forEach((pid, values) -> configurations
                            .computeIfAbsent(pid, added -> new LinkedHashMap<>())
                            .putAll(values));
            properties.putAll(feature.frameworkProperties());
            fingerprint.add(file);
        }
        for (Path bundle : bundles) {
            fingerprint.add(bundle);
        }
        return new Platform(List.copyOf(bundles), configurations, properties, fingerprint.toString());
    }

    private static List<Path> files(Path folder, Set<String> without) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> named(file) && !without.contains(name(file)))
                    .sorted(FIRST)
                    .forEach(files::add);
        }
        return files;
    }

    private static boolean named(Path file) {
        return file.getFileName().toString().endsWith(".json");
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".json".length());
    }
}
