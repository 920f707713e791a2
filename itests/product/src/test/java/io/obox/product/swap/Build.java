package io.obox.product.swap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
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

    /** Has no component, and so does nothing for anybody. */
    Path withoutComponents(String version) throws IOException {
        return copy(
                version,
                manifest -> manifest.getMainAttributes().remove(new Attributes.Name("Service-Component")),
                UnaryOperator.identity());
    }

    /** Lacks this component. */
    Path withoutComponent(String version, String component) throws IOException {
        return copy(
                version,
                manifest -> manifest.getMainAttributes()
                        .putValue(
                                "Service-Component",
                                Arrays.stream(descriptors(manifest).split(","))
                                        .filter(descriptor -> !descriptor.endsWith("." + component + ".xml"))
                                        .collect(Collectors.joining(","))),
                UnaryOperator.identity());
    }

    /** Has one more component, whose activation is this statement. */
    Path withActivation(String version, String statement) throws IOException {
        return copy(
                version,
                manifest -> manifest.getMainAttributes()
                        .putValue("Service-Component", descriptors(manifest) + "," + Broken.DESCRIPTOR),
                UnaryOperator.identity(),
                Broken.component(folder, statement));
    }

    /** Its component of this class can't be made: the statement stands in its constructor. */
    Path withConstructor(String version, String component, String statement) throws IOException {
        return copy(
                version,
                manifest -> {},
                descriptor -> descriptor.contains("." + component + "\"/>") ? broken(descriptor) : descriptor,
                Broken.component(folder, statement));
    }

    private static String broken(String descriptor) {
        return descriptor
                .replaceFirst("<implementation class=\"[^\"]*\"", "<implementation class=\"" + Broken.CLASS + "\"")
                .replaceFirst(" init=\"[0-9]+\"", "")
                .replaceAll("<reference [^>]*/>", "");
    }

    private static String descriptors(Manifest manifest) {
        return manifest.getMainAttributes().getValue("Service-Component");
    }

    private interface ManifestChange {
        void apply(Manifest manifest);
    }

    private Path copy(String version, ManifestChange change, UnaryOperator<String> descriptors) throws IOException {
        return copy(version, change, descriptors, Map.of());
    }

    private Path copy(
            String version, ManifestChange change, UnaryOperator<String> descriptors, Map<String, byte[]> more)
            throws IOException {
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
                for (Map.Entry<String, byte[]> entry : more.entrySet()) {
                    out.putNextEntry(new JarEntry(entry.getKey()));
                    out.write(entry.getValue());
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
