package io.obox.platform.internal.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.platform.internal.build.BundleJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Each step ends, whatever hangs in it: the test would not. */
final class HangingStepsTest {
    private static final String OVER = "io.obox.platform.HangingStepsTest.over";
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable StepsKit kit;

    /** Needs nothing, and does nothing. */
    public static final class Plain {}

    /** Does not stop before the test's end, however often it is interrupted. Loaded by a bundle, it shares no field with the test. */
    public static final class NeverStops implements BundleActivator {
        @Override
        public void start(BundleContext context) {}

        @Override
        public void stop(BundleContext context) {
            while (System.getProperty(OVER) == null) {
                LockSupport.parkNanos(1_000_000);
                Thread.interrupted();
            }
        }
    }

    @AfterEach
    void letGo() throws Exception {
        end.countDown();
        System.setProperty(OVER, "");
        if (kit != null) {
            kit.close();
        }
        System.clearProperty(OVER);
    }

    private StepsKit began(Graces graces) throws BundleException {
        StepsKit began = new StepsKit(folder, graces);
        kit = began;
        return began;
    }

    private void hang() {
        while (true) {
            try {
                end.await();
                return;
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    @Test
    void aPreparationThatHangsIsARefusalAndLeavesNothing() throws Exception {
        StepsKit kit = began(new Graces(MOMENT, LONG, LONG, LONG, LONG, LONG));
        BundleJar build = kit.build("2.0.0", Plain.class);
        Bundle former = kit.install(kit.build("1.0.0", Plain.class));
        kit.preparations.bindPreparation(bundle -> {
            hang();
            return () -> {};
        });

        assertThatThrownBy(() -> kit.steps.takeOver(build, former, Set.of(), step -> {}, () -> {}))
                .hasMessageContaining("It took more than ");

        assertThat(kit.isThere(build)).isFalse();
        assertThat(former.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void aDrainThatHangsIsNamedAndNotWaitedFor() throws Exception {
        StepsKit kit = began(new Graces(LONG, LONG, MOMENT, LONG, LONG, LONG));
        Bundle former = kit.install(kit.build("1.0.0", Plain.class));
        kit.drains.bindDrain((bundle, grace) -> {
            hang();
            return true;
        });
        kit.drains.bindDrain((bundle, grace) -> true);

        assertThat(kit.steps.drain(former)).hasSize(1);
    }

    @Test
    void aVersionThatDoesNotStopIsLeftToTheNextStart() throws Exception {
        StepsKit kit = began(new Graces(LONG, LONG, LONG, LONG, LONG, MOMENT));
        Bundle former = kit.install(kit.build("1.0.0", NeverStops.class));

        kit.steps.remove(former);

        assertThat(former.getState()).isEqualTo(Bundle.STOPPING);
    }
}
