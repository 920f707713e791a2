package io.obox.provisioner.simulated.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.obox.provisioner.spi.BaseImage;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.PooledImage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guest as its file tells. Nothing runs: what it does at a moment follows from the times, in milliseconds since 1970.
 *
 * @param address the address that each of its boots ends with
 * @param madeAt when its disk is complete; before that the host does not show it
 * @param startedAt when its last boot began, or null before the first
 * @param addressAt when that boot ends with an address
 * @param offAt when it went or will go off, or null
 * @param autostart whether it was to start with its host, which never happens
 * @param image null if an earlier version made it, which did not write that down
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Guest(
        UUID vmId,
        String name,
        int vcpus,
        int memoryMib,
        int diskGib,
        String address,
        long madeAt,
        @Nullable Long startedAt,
        @Nullable Long addressAt,
        @Nullable Long offAt,
        boolean paused,
        boolean autostart,
        @Nullable Image image) {

    /** What it was made of: as long as there is such a guest, the host has that image. */
    record Image(UUID id, String sha256, long sizeBytes) {
        static Image of(BaseImage image) {
            return new Image(image.id(), image.sha256(), image.sizeBytes());
        }

        PooledImage pooled() {
            return PooledImage.of(id, sha256, sizeBytes);
        }
    }

    boolean made(Instant now) {
        return now.toEpochMilli() >= madeAt;
    }

    boolean off(Instant now) {
        return startedAt == null || (offAt != null && now.toEpochMilli() >= offAt);
    }

    /** One that is being made is about to boot. */
    boolean needsMemory(Instant now) {
        return startedAt == null || !off(now);
    }

    GuestState state(Instant now) {
        if (off(now)) {
            return GuestState.STOPPED;
        }
        return paused ? GuestState.PAUSED : GuestState.RUNNING;
    }

    Observation observe(Instant now) {
        if (off(now) || startedAt == null) {
            return Observation.of(vmId, GuestState.STOPPED);
        }
        boolean booted = addressAt != null && now.toEpochMilli() >= addressAt;
        return Observation.builder(vmId, state(now))
                .addresses(booted ? List.of(address) : List.of())
                .startedAt(Instant.ofEpochMilli(startedAt))
                .build();
    }

    Guest boot(Instant at, Duration duration) {
        long start = at.toEpochMilli();
        return with(start, start + duration.toMillis(), null, false);
    }

    Guest end(Instant at) {
        return with(startedAt, addressAt, at.toEpochMilli(), false);
    }

    Guest pause() {
        return with(startedAt, addressAt, offAt, true);
    }

    Guest resume() {
        return with(startedAt, addressAt, offAt, false);
    }

    private Guest with(@Nullable Long started, @Nullable Long addressed, @Nullable Long off, boolean still) {
        return new Guest(
                vmId, name, vcpus, memoryMib, diskGib, address, madeAt, started, addressed, off, still, autostart,
                image);
    }
}
