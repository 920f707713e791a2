package io.obox.platform.internal.build;

import io.obox.platform.internal.message.UpdateMessage;
import io.obox.platform.internal.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A build of a bundle, and what its manifest says of it.
 *
 * @param digest of its content
 */
public record BundleJar(Path file, String digest, String symbolicName, Version version) {
    static BundleJar read(Path file, String digest) {
        try (var jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String name = header(manifest, Constants.BUNDLE_SYMBOLICNAME);
            String version = header(manifest, Constants.BUNDLE_VERSION);
            return new BundleJar(file, digest, name.split(";", 2)[0].trim(), Version.parseVersion(version));
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.of(UpdateMessage.NO_BUNDLE.with(String.valueOf(e.getMessage())), e);
        }
    }

    private static String header(Manifest manifest, String name) {
        String value = manifest == null ? null : manifest.getMainAttributes().getValue(name);
        if (value == null) {
            throw new IllegalArgumentException("its manifest has no " + name);
        }
        return value;
    }
}
