package io.obox.image.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.image.Image;
import io.obox.image.ImageEvents;
import io.obox.image.ImageFormat;
import io.obox.image.ImageState;
import io.obox.image.store.ImageStore;
import io.obox.image.testkit.ImageKit;
import io.obox.job.Place;
import io.obox.persistence.testkit.TestDatabase;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ImageScanTest extends ScannedFolder {
    @Test
    void filesAreTheCatalogue() throws Exception {
        put("tiny/1.qcow2", qcow2());
        put("debian/13.img", new byte[4096]);
        put("debian/notes.txt", new byte[1]);
        put("stray.img", new byte[1]);

        scan("fake").run();

        assertThat(images()).extracting(Image::name).containsExactly("debian-13", "tiny");
        Image tiny = image("tiny");
        assertThat(tiny.state()).isEqualTo(ImageState.READY);
        assertThat(tiny.format()).isEqualTo(ImageFormat.QCOW2);
        assertThat(tiny.virtualSizeBytes()).isEqualTo(1 << 20);
        assertThat(tiny.sizeBytes()).isEqualTo(512);
        assertThat(tiny.sha256()).hasSize(64);
        assertThat(tiny.defaultUser()).isEqualTo("root");
        assertThat(image("debian-13").defaultUser()).isEqualTo("debian");
        assertThat(image("debian-13").source()).isEqualTo("debian/13.img");
        assertThat(kit.events)
                .contains(Change.changed(ImageEvents.TOPIC, tiny.id(), Audience.everyone())
                        .with(ImageEvents.STATE, ImageState.READY)
                        .with(ImageEvents.NAME, "tiny")
                        .with(ImageEvents.FORMAT, ImageFormat.QCOW2)
                        .with(ImageEvents.VIRTUAL_SIZE_BYTES, 1L << 20)
                        .with(ImageEvents.SIZE_BYTES, 512L)
                        .with(ImageEvents.SHA256, tiny.sha256()));
    }

    @Test
    void smallOnesAreThereFirst() throws Exception {
        put("debian/13.img", new byte[4096]);
        put("tiny/1.qcow2", qcow2());
        ImageScan scan = scan("fake");
        assertThat(scan.hasTakenAny()).isFalse();

        scan.run();

        assertThat(scan.hasTakenAny()).isTrue();
        assertThat(image("tiny").createdAt()).isBefore(image("debian-13").createdAt());
    }

    @Test
    void imagesAreAsOldAsTheDatabaseSaysWhateverTheNodesClockSays() throws Exception {
        try (TestDatabase database = TestDatabase.withClock(Duration.ofHours(1))) {
            kit = new ImageKit(ImageKit.tables(database));
            put("debian/13.img", new byte[4096]);

            scan("fake").run();

            assertThat(image("debian-13").createdAt()).isAfter(Instant.now().plus(Duration.ofMinutes(50)));
        }
    }

    @Test
    void fileIsReadAgainOnlyWhenItHasChanged() throws Exception {
        put("tiny/1.qcow2", qcow2());
        scan("fake").run();
        Image before = image("tiny");
        kit.events.clear();

        scan("fake").run();
        assertThat(kit.events).isEmpty();

        put("tiny/1.qcow2", new byte[100]);
        scan("fake").run();
        assertThat(image("tiny").id()).isNotEqualTo(before.id());
        assertThat(images()).hasSize(1);
        assertThat(image("tiny").format()).isEqualTo(ImageFormat.RAW);
        assertThat(image("tiny").sha256()).isNotEqualTo(before.sha256());
    }

    @Test
    void fileThatIsStillBeingWrittenIsLeftAlone() throws Exception {
        put("tiny/1.qcow2", qcow2());
        Files.setLastModifiedTime(files.resolve("tiny/1.qcow2"), FileTime.from(Instant.now()));

        scan("fake", Duration.ofHours(1)).run();

        assertThat(images()).isEmpty();
    }

    @Test
    void fileThatCannotBeUsedIsShownAsFailed() throws Exception {
        put("bad/1.qcow2", ByteBuffer.wrap(qcow2()).putLong(8, 100).array());

        scan("fake").run();

        assertThat(image("bad-1").state()).isEqualTo(ImageState.FAILED);
    }

    @Test
    void imageGoesWithItsFileUnlessAVmIsMadeOfIt() throws Exception {
        put("tiny/1.qcow2", qcow2());
        put("other/1.qcow2", qcow2());
        scan("fake").run();
        used.add(image("tiny").id());

        Files.delete(files.resolve("tiny/1.qcow2"));
        Files.delete(files.resolve("other/1.qcow2"));
        scan("fake").run();

        assertThat(images()).extracting(Image::name).containsExactly("tiny");
        assertThat(image("tiny").state()).isEqualTo(ImageState.FAILED);
    }

    @Test
    void nodeWithoutAFolderTakesNothingAway() throws Exception {
        put("tiny/1.qcow2", qcow2());
        scan("fake").run();

        new ImageScan(
                        kit.catalogue,
                        kit.copies,
                        local,
                        new ImageFolder(temporary.resolve("nowhere"), temporary.resolve("data-two")),
                        () -> Set.of("fake"),
                        this::use,
                        Duration.ZERO)
                .run();

        assertThat(images()).hasSize(1);
    }

    @Test
    void onlySimulatedHostsNeedNoFile() throws Exception {
        scan("simulated").run();

        assertThat(images()).extracting(Image::name).containsExactly("tiny");
        Path file = folder.path(image("tiny").source());
        assertThat(file).isRegularFile();
        assertThat(image("tiny").sha256()).isEqualTo(ImageFolder.checksum(file));

        scan("simulated").run();
        assertThat(images()).hasSize(1);
        scan("libvirt").run();
        assertThat(images()).isEmpty();
    }

    @Test
    void folderThatLacksAFileSaysNothingAboutOtherNodes() throws Exception {
        put("tiny/1.qcow2", qcow2());
        scan("fake").run();
        kit.events.clear();
        Path others = Files.createDirectory(temporary.resolve("others"));

        scanOfTwo(others).run();

        assertThat(image("tiny").state()).isEqualTo(ImageState.READY);
        assertThat(kit.events).isEmpty();
    }

    @Test
    void folderOfTheSamePathOnAnotherMachineSaysNothingEither() throws Exception {
        put("tiny/1.qcow2", qcow2());
        scan("fake").run();

        // what the other machine has there
        Files.delete(files.resolve("tiny/1.qcow2"));
        scanOfTwo(files).run();

        assertThat(image("tiny").state()).isEqualTo(ImageState.READY);
    }

    @Test
    void imageIsReadyForAsLongAsANodeHasACopy() throws Exception {
        put("tiny/1.qcow2", qcow2());
        Path others = Files.createDirectory(temporary.resolve("others"));
        put(others, "tiny/1.qcow2", qcow2());
        scan("fake").run();
        scanOfTwo(others).run();
        Image before = image("tiny");

        Files.delete(files.resolve("tiny/1.qcow2"));
        scan("fake").run();
        assertThat(images()).containsExactly(before);

        Files.delete(others.resolve("tiny/1.qcow2"));
        scanOfTwo(others).run();
        assertThat(images()).isEmpty();
    }

    @Test
    void imageOfTheFirstReleaseIsTakenOverWithoutReadingItAgain() throws Exception {
        put("tiny/1.qcow2", qcow2());
        scan("fake").run();
        Image before = image("tiny");
        kit.copies.remove(folder.holder(), "tiny/1.qcow2");
        kit.events.clear();

        scan("fake").run();

        assertThat(images()).containsExactly(before);
        assertThat(kit.copies.any(before.id())).isTrue();
        assertThat(kit.events).isEmpty();
    }

    @Test
    void imageOfTheFirstReleaseWaitsForItsNodeAfterTheUpgrade() throws Exception {
        kit.putOfTheFirstRelease(UUID.randomUUID(), "old");

        scan("fake").run();
        assertThat(images()).extracting(Image::name).containsExactly("old");

        kit.ageAccounts();
        scan("fake").run();
        assertThat(images()).isEmpty();
    }

    @Test
    void theQueueKnowsWhichImagesAreHere() throws Exception {
        AtomicReference<Collection<Place>> here = new AtomicReference<>(List.of());
        local.setPlaces(here::set);
        put("tiny/1.qcow2", qcow2());
        scan("fake").run();
        assertThat(here.get()).containsExactly(ImageStore.place(image("tiny").id(), "tiny"));

        Files.delete(files.resolve("tiny/1.qcow2"));
        scan("fake").run();
        assertThat(here.get()).isEmpty();
    }
}
