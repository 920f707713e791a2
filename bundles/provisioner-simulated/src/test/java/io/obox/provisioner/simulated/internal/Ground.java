package io.obox.provisioner.simulated.internal;

import io.obox.image.ImageFormat;
import io.obox.provisioner.spi.Capabilities;
import io.obox.provisioner.spi.Target;
import io.obox.provisioner.tck.TestImage;
import io.obox.provisioner.tck.TestTarget;
import io.obox.vm.Disk;
import io.obox.vm.VmSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A folder for simulated hosts, with an image beside it. */
record Ground(Path folder) {
    private static final UUID IMAGE = UUID.randomUUID();

    GuestFiles files() {
        return new GuestFiles(folder.resolve("host"));
    }

    SimulatedHost host(String faults) {
        return host(faults, 4096);
    }

    SimulatedHost host(String faults, long memoryMib) {
        RandomGenerator random = RandomGenerator.getDefault();
        return new SimulatedHost(
                Capabilities.builder(4, memoryMib, 100).build(),
                new Timing(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(10), 20, random),
                InjectedFaults.parse(faults, random),
                files());
    }

    Target target(UUID vmId, String name) {
        try {
            Path image = folder.resolve("tiny.img");
            if (!Files.exists(image)) {
                Files.write(image, new byte[512]);
            }
            return new TestTarget(
                    vmId,
                    name,
                    VmSpec.builder(IMAGE, 1, 64, Disk.of(1)).build(),
                    new TestImage(IMAGE, "tiny", ImageFormat.RAW, image, 512, "0", "root"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
