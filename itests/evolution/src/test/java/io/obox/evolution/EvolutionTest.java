package io.obox.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that was compiled against the first API, and is kept as it was built, runs on each later one. */
final class EvolutionTest {
    private static final Path PLUGIN = Path.of(System.getProperty("obox.root"), "itests/evolution/plugin/rack-1.jar");
    private static final List<String> GROWING = List.of(
            "io.obox.user.Caller",
            "io.obox.user.User",
            "io.obox.user.Owner",
            "io.obox.job.Job",
            "io.obox.job.JobContext",
            "io.obox.job.JobRequest",
            "io.obox.job.JobFilter",
            "io.obox.job.JobLogLine",
            "io.obox.job.Subject",
            "io.obox.vm.Vm",
            "io.obox.vm.VmSpec",
            "io.obox.vm.NewVm",
            "io.obox.vm.Disk",
            "io.obox.vm.NetworkInterface",
            "io.obox.vm.PowerChange",
            "io.obox.vm.VmPatch",
            "io.obox.vm.VmFilter",
            "io.obox.image.Image",
            "io.obox.host.Host",
            "io.obox.event.Event",
            "io.obox.provisioner.spi.Observation",
            "io.obox.provisioner.spi.Target",
            "io.obox.provisioner.spi.BaseImage",
            "io.obox.provisioner.spi.Capabilities");

    /** What the plugin does and tells, whatever else the API has. */
    private static final List<String> SEEN = List.of(
            "checkpoint []",
            "progress [50, Moving disk]",
            "log [attempt 1 of 3 for 00000000-0000-0001-0000-000000000001]",
            "disk COMPLETED",
            "rack.move 3",
            "50 Making web1 of debian with 4",
            "00000000-0000-0001-0000-000000000001 RUNNING [192.0.2.1]",
            "00000000-0000-0001-0000-000000000001 STOPPED [192.0.2.1]",
            "00000000-0000-0001-0000-000000000001 STOPPED [192.0.2.1]",
            "0 of 8",
            "rack.move HIGH rack [rack one (rack:1)]",
            "ann@example.org by TOKEN, writes true, sees it true",
            "rack.move of ann@example.org AVAILABLE 5",
            "vm.create web2 of ann@example.org AVAILABLE 5",
            "web1 RUNNING [::1] of 2",
            "vm.power of ann@example.org AVAILABLE 5",
            "north UP 3",
            "shelf lower CHANGED");

    @TempDir
    Path folder;

    @Test
    void thePluginOfTheFirstApiRunsOnTheOneThatThereIs() throws Exception {
        try (Api.Loaded loaded = new Api().load(folder, PLUGIN)) {
            assertThat(loaded.play()).containsExactlyElementsOf(SEEN);
        }
    }

    @Test
    void itRunsUnchangedWhenTheTypesThatItMeetsHaveOneMoreAttribute() throws Exception {
        Api api = new Api();
        GROWING.forEach(type -> api.with(type, Addition::to));
        try (Api.Loaded loaded = api.load(folder, PLUGIN)) {
            for (String type : GROWING) {
                assertThat(Stream.concat(Stream.of(loaded.type(type)), loaded.builder(type).stream()))
                        .allSatisfy(grown -> assertThat(Arrays.stream(grown.getMethods()))
                                .anyMatch(method -> method.getName().equals(Addition.NAME)));
            }
            assertThat(loaded.play()).containsExactlyElementsOf(SEEN);
        }
    }

    @Test
    void itWouldTellOfAnAttributeThatIsGone() throws Exception {
        Api api = new Api().with("io.obox.job.Job", source -> source.replace("String kind();", "String sort();"));
        try (Api.Loaded loaded = api.load(folder, PLUGIN)) {
            assertThatThrownBy(loaded::play)
                    .isInstanceOf(NoSuchMethodError.class)
                    .hasMessageContaining("kind");
        }
    }
}
