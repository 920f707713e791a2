package io.obox.provisioner.libvirt.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;

/** What this machine offers to tests; where it lacks something, the test is skipped and the reason printed. */
final class Libvirt {
    static final String SYSTEM = "qemu:///system";
    /** Beginning of the names of pools that are the tests', by which what they left is known. */
    static final String POOL = Objects.requireNonNullElse(System.getenv("LIBVIRT_POOL"), "obox-test");

    private static final Path IMAGE = Path.of("terraform/cloud_img/images/tiny/1.qcow2");

    private Libvirt() {}

    static void assumeInstalled() {
        assume(problem("test:///default"));
    }

    static void assumeQemu() {
        assume(problem(SYSTEM));
    }

    /** The tiny guest's image. */
    static Path tinyImage() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        Path image = folder.resolve(IMAGE);
        assume(Files.exists(image) ? null : "there is no " + IMAGE + ": run scripts/tiny-image.sh");
        return image;
    }

    private static @Nullable String problem(String uri) {
        try {
            new Connect(uri).close();
            return null;
        } catch (LibvirtException e) {
            return uri + " can't be reached: " + e.getMessage();
        } catch (LinkageError e) {
            return "libvirt's client library is not installed";
        }
    }

    private static void assume(@Nullable String problem) {
        if (problem != null) {
            System.out.println("SKIPPED: " + problem);
        }
        assumeTrue(problem == null, problem);
    }
}
