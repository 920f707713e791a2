package io.obox.provisioner.simulated.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long things take, each time a little different. */
record Timing(Duration create, Duration boot, Duration power, int jitterPercent, RandomGenerator random) {
    Duration nextCreate() {
        return vary(create);
    }

    Duration nextBoot() {
        return vary(boot);
    }

    Duration nextPower() {
        return vary(power);
    }

    private Duration vary(Duration mean) {
        double factor = 1 + (2 * random.nextDouble() - 1) * jitterPercent / 100;
        return Duration.ofNanos(Math.round(mean.toNanos() * Math.max(0, factor)));
    }
}
