package io.obox.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * What an earlier start left in the framework's storage: it serves again as long as features and jars are the same.
 *
 * @param storage the framework's storage
 * @param mark the file that names the platform installed there; it is there only when the installation was whole
 */
record Installation(Path storage, Path mark) {

    static Installation in(Path folder) {
        return new Installation(folder.resolve("bundles"), folder.resolve("bundles.installed"));
    }

    boolean serves(Platform platform) throws IOException {
        return Files.exists(mark) && Files.readString(mark).equals(platform.fingerprint());
    }

    void forget() throws IOException {
        Files.deleteIfExists(mark);
    }

    void remember(Platform platform) throws IOException {
        Files.writeString(mark, platform.fingerprint());
    }

    /** Installs copies of all bundles and starts them. */
    static void install(BundleContext context, Platform platform) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : platform.bundles()) {
            bundles.add(context.installBundle(jar.toUri().toString()));
        }
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                start(bundle);
            }
        }
    }

    private static void start(Bundle bundle) {
        try {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            System.err.println("obox: bundle " + bundle.getSymbolicName() + " does not start: " + e.getMessage());
        }
    }
}
