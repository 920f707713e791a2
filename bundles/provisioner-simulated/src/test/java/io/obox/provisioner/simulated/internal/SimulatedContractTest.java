package io.obox.provisioner.simulated.internal;

import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import io.obox.provisioner.tck.Outside;
import io.obox.provisioner.tck.ProvisionerContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SimulatedContractTest extends ProvisionerContract {
    @TempDir
    Path folder;

    private Ground ground;
    private SimulatedHost host;

    @BeforeEach
    void setUp() {
        ground = new Ground(folder);
        host = ground.host("");
    }

    @Override
    protected Provisioner provisioner() {
        return host;
    }

    @Override
    protected Provisioner unreachableHost() {
        return ground.host("*=unreachable");
    }

    @Override
    protected Optional<Provisioner> fullHost() {
        for (int i = 0; i < 2; i++) {
            apply(ground, UUID.randomUUID());
        }
        return Optional.of(ground.host("", 128));
    }

    @Override
    protected Target target(UUID vmId, String name) {
        return ground.target(vmId, name);
    }

    @Override
    protected Duration patience() {
        return Duration.ofSeconds(10);
    }

    @Override
    protected Outside outside() {
        return new EditedFiles(ground.files(), folder.resolve("host"));
    }

    private void apply(Ground on, UUID vmId) {
        try {
            host.apply(on.target(vmId, "filler"), (percent, step) -> {});
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private record EditedFiles(GuestFiles files, Path host) implements Outside {
        @Override
        public void stop(UUID vmId) throws Exception {
            files.write(files.find(vmId).orElseThrow().end(Instant.now()));
        }

        @Override
        public void undefine(UUID vmId) throws Exception {
            files.delete(vmId);
        }

        @Override
        public Set<String> traces(UUID vmId) throws Exception {
            return files.find(vmId).isPresent() ? Set.of(vmId.toString()) : Set.of();
        }

        @Override
        public Made made(UUID vmId) throws Exception {
            Guest guest = files.find(vmId).orElseThrow();
            return new Made(guest.vcpus(), guest.memoryMib(), guest.diskGib(), guest.autostart());
        }

        @Override
        public ForeignGuest foreignGuest() throws Exception {
            UUID id = UUID.randomUUID();
            Files.createDirectories(host);
            Path foreign = host.resolve(id + ".json~");
            Files.writeString(foreign, "{\"name\":\"tck-00000000\"}");
            return new ForeignGuest(id, () -> Files.delete(foreign));
        }
    }
}
