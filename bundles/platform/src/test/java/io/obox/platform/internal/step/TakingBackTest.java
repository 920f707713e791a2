package io.obox.platform.internal.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.platform.internal.build.BundleJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

final class TakingBackTest {
    @TempDir
    private Path folder;

    private StepsKit kit;

    /** What a call first needs when it is already inside. */
    public static final class NeededLate {}

    @BeforeEach
    void start() throws BundleException {
        kit = new StepsKit(folder, Graces.withStart(Duration.ofSeconds(4)));
    }

    @AfterEach
    void stop() throws Exception {
        kit.close();
    }

    @Test
    void callsInsideAVersionThatIsTakenBackEndBeforeItsClassesGo() throws Exception {
        BundleJar build = kit.build("2.0.0", NeededLate.class);
        Bundle failed = kit.install(build);
        List<String> seen = new CopyOnWriteArrayList<>();
        kit.drains.bindDrain((bundle, grace) -> {
            seen.add(bundle.getState() == Bundle.RESOLVED ? "its services have gone" : "it still serves");
            seen.add(load(bundle).getName());
            return true;
        });

        kit.steps.takeBack(build);

        assertThat(seen).containsExactly("its services have gone", NeededLate.class.getName());
        assertThat(failed.getState()).isEqualTo(Bundle.UNINSTALLED);
    }

    private static Class<?> load(Bundle bundle) {
        try {
            return bundle.loadClass(NeededLate.class.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
