package io.obox.persistence.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The migrations that stand in the same folder or jar as a class. */
final class ClassPathScripts {
    private ClassPathScripts() {}

    static URL root(Class<?> anchor) {
        return anchor.getProtectionDomain().getCodeSource().getLocation();
    }

    static List<URL> beside(Class<?> anchor) {
        try {
            Path place = Path.of(root(anchor).toURI());
            if (Files.isDirectory(place)) {
                return list(place.resolve("db/migration"));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return list(jar.getPath("db/migration"));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<URL> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(ClassPathScripts::url)
                    .toList();
        }
    }

    private static URL url(Path file) {
        try {
            URI uri = file.toUri();
            return uri.toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
