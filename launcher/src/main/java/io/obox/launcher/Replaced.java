package io.obox.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Which builds stand in the place of others, as the platform has written it down when it replaced bundles. The file
 * {@code replaced} has a line for each, {@code symbolic name = digest [shipped digest-of-shipped]}: the content's SHA-256,
 * which is the name of an archive beside the file, and the shipped jar (a path in the repository) that it stands for.
 *
 * @param folder where the archives are
 * @param root the repository
 * @param builds by symbolic name
 */
record Replaced(Path folder, Path root, Map<String, Build> builds) {

    /**
     * One build.
     *
     * @param digest of its content
     * @param shipped the jar that it stands for; empty for a bundle that is not shipped
     * @param shippedDigest of that jar's content: another distribution's is not stood for
     */
    record Build(String digest, String shipped, String shippedDigest) {
        /** By this the framework knows it. */
        String location() {
            return Replaced.PREFIX + digest;
        }
    }

    /** Locations of bundles that came by a replacement begin so. */
    static final String PREFIX = "replaced:";

    static Replaced in(Path data, Repository repository) throws IOException {
        Path folder = data.resolve("bundles");
        Map<String, Build> builds = new HashMap<>();
        Path file = folder.resolve("replaced");
        if (Files.exists(file)) {
            Properties lines = new Properties();
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                lines.load(in);
            }
            lines.stringPropertyNames().forEach(name -> builds.put(name, build(lines.getProperty(name))));
        }
        return new Replaced(folder, repository.root(), builds);
    }

    /** What stands in the place of a shipped jar. */
    Optional<Build> insteadOf(Path jar) throws IOException {
        String path = root.relativize(jar).toString();
        for (Build build : builds.values()) {
            if (build.shipped().equals(path)
                    && Files.exists(archive(build))
                    && build.shippedDigest().equals(Digest.of(jar))) {
                return Optional.of(build);
            }
        }
        return Optional.empty();
    }

    /** Builds of bundles that are not shipped. */
    Collection<Build> beside() {
        return builds.values().stream()
                .filter(build -> build.shipped().isEmpty() && Files.exists(archive(build)))
                .toList();
    }

    /** Whether another build than that at this location is wanted of a bundle that is not shipped. */
    boolean supersedes(String symbolicName, String location) {
        Build build = builds.get(symbolicName);
        return build != null
                && build.shipped().isEmpty()
                && Files.exists(archive(build))
                && !build.location().equals(location);
    }

    Path archive(Build build) {
        return folder.resolve(build.digest() + ".jar");
    }

    private static Build build(String value) {
        String[] parts = value.split(" ", 3);
        return parts.length == 3 ? new Build(parts[0], parts[1], parts[2]) : new Build(parts[0], "", "");
    }
}
