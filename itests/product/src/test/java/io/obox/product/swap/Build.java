package io.obox.product.swap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/** Another build of a bundle that is shipped: the same code under another version, or deliberately broken. */
record Build(Path shipped, Path folder) {
    /** Works as the shipped one does. */
    Path of(String version) throws IOException {
        return copy(version, manifest -> {}, UnaryOperator.identity());
    }

    /** Can't be resolved: it imports a package that nobody exports. */
    Path withoutItsImports(String version) throws IOException {
        return copy(
                version,
                manifest -> manifest.getMainAttributes()
                        .putValue(
                                Constants.IMPORT_PACKAGE,
                                manifest.getMainAttributes().getValue(Constants.IMPORT_PACKAGE) + ",no.such.library"),
                UnaryOperator.identity());
    }

    /** Starts, but none of its components is ever satisfied. */
    Path withoutItsServices(String version) throws IOException {
        String missing = "<reference name=\"missing\" interface=\"no.such.Service\" bind=\"missing\"/>";
        return copy(version, manifest -> {}, descriptor -> descriptor.replace("<service", missing + "<service"));
    }

    private interface ManifestChange {
        void apply(Manifest manifest);
    }

    private Path copy(String version, ManifestChange change, UnaryOperator<String> descriptors) throws IOException {
        Path copy = folder.resolve(version + "-" + shipped.getFileName());
        try (var in = new JarFile(shipped.toFile())) {
            Manifest manifest = new Manifest(in.getManifest());
            manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, version);
            change.apply(manifest);
            try (OutputStream file = Files.newOutputStream(copy);
                    var out = new JarOutputStream(file, manifest)) {
                for (JarEntry entry : in.stream()
                        .filter(e -> !e.getName().equals(JarFile.MANIFEST_NAME))
                        .toList()) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    out.write(content(in, entry, descriptors));
                }
            }
        }
        return copy;
    }

    private static byte[] content(JarFile jar, JarEntry entry, UnaryOperator<String> descriptors) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            boolean descriptor =
                    entry.getName().startsWith("OSGI-INF/") && entry.getName().endsWith(".xml");
            return descriptor
                    ? descriptors
                            .apply(new String(bytes, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8)
                    : bytes;
        }
    }
}
