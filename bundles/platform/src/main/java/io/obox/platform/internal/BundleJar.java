package io.obox.platform.internal;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** A jar that somebody offers as a bundle's next version, and what its manifest says of it. */
record BundleJar(Path file, String symbolicName, Version version) {
    static BundleJar read(Path file) {
        try (var jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String name = header(manifest, Constants.BUNDLE_SYMBOLICNAME);
            String version = header(manifest, Constants.BUNDLE_VERSION);
            return new BundleJar(file, name.split(";", 2)[0].trim(), Version.parseVersion(version));
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(refusal(file + " can't be read as a bundle: " + e.getMessage()), e);
        }
    }

    /** Where the framework keeps it: tells versions apart, so that two can be installed side by side. */
    String location() {
        return "update:" + symbolicName + ":" + version;
    }

    private static String header(Manifest manifest, String name) {
        String value = manifest == null ? null : manifest.getMainAttributes().getValue(name);
        if (value == null) {
            throw new IllegalArgumentException("its manifest has no " + name);
        }
        return value;
    }

    static Problem refusal(String detail) {
        return Problem.of("update-refused", "Update refused", 409, detail);
    }
}
