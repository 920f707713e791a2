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
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageScanTest {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00.123456789Z");

    private static final Transactions TABLES = ImageKit.tables(TestDatabase.create());

    @TempDir
    Path temporary;

    private ImageKit kit;
    private ImageFolder folder;
    private Path files;
    private final LocalImages local = new LocalImages();
    private final Set<UUID> used = new HashSet<>();

    @BeforeEach
    void setUp() throws IOException {
        kit = new ImageKit(TABLES);
        kit.forget(kit.id);
        files = Files.createDirectory(temporary.resolve("images"));
        folder = new ImageFolder(files, temporary.resolve("data"));
    }

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
                        used::contains,
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
    void otherContentOfTheSameNameIsAnotherImage() throws Exception {
        put("tiny/1.qcow2", qcow2());
        scan("fake").run();
        Image ours = image("tiny");
        Path others = Files.createDirectory(temporary.resolve("others"));
        put(others, "tiny/1.qcow2", new byte[100]);

        scanOfTwo(others).run();
        scanOfTwo(others).run();

        assertThat(image("tiny")).isEqualTo(ours);
        assertThat(images()).hasSize(2).extracting(Image::sha256).doesNotHaveDuplicates();
        assertThat(images()).extracting(Image::name).anyMatch(name -> name.startsWith("tiny-"));
    }

    @Test
    void lastCopyThatChangesIsTheImageAnew() throws Exception {
        put("tiny/1.qcow2", qcow2());
        Path others = Files.createDirectory(temporary.resolve("others"));
        put(others, "tiny/1.qcow2", new byte[100]);
        scan("fake").run();
        scanOfTwo(others).run();

        put("tiny/1.qcow2", new byte[100]);
        scan("fake").run();

        assertThat(images()).extracting(Image::name).contains("tiny");
        assertThat(image("tiny").sha256()).isEqualTo(ImageFolder.checksum(files.resolve("tiny/1.qcow2")));
    }

    @Test
    void whatIsMadeOfAnImageIsNeverGivenTheContentThatReplacesIt() throws Exception {
        AtomicReference<Collection<Place>> here = new AtomicReference<>(List.of());
        local.setPlaces(here::set);
        put("tiny/1.qcow2", qcow2());
        scan("fake").run();
        Image former = image("tiny");
        used.add(former.id());

        put("tiny/1.qcow2", new byte[100]);
        scan("fake").run();

        Image left = kit.catalogue.find(former.id()).orElseThrow();
        assertThat(left.state()).isEqualTo(ImageState.FAILED);
        assertThat(left.sha256()).isEqualTo(former.sha256());
        assertThat(left.name())
                .isEqualTo("tiny-" + String.valueOf(former.sha256()).substring(0, 8));
        assertThat(image("tiny").state()).isEqualTo(ImageState.READY);
        assertThat(image("tiny").id()).isNotEqualTo(former.id());
        assertThat(here.get())
                .as("jobs that wait for the former content come to an end")
                .contains(ImageStore.place(former.id(), left.name()))
                .hasSize(2);

        put("tiny/1.qcow2", qcow2());
        scan("fake").run();
        assertThat(image("tiny").id()).as("the content is back").isEqualTo(former.id());
        assertThat(image("tiny").state()).isEqualTo(ImageState.READY);
        assertThat(images()).hasSize(1);
    }

    @Test
    void fileThatWasChangedSinceItWasReadIsNotTakenForItsImage() throws Exception {
        ImageStore store = new RememberedImages(kit.catalogue, folder, local, kit.pools, Duration.ZERO);
        put("tiny/1.qcow2", qcow2());
        scan("fake").run();
        Image image = image("tiny");
        assertThat(store.hasChanged(image)).isFalse();

        put("tiny/1.qcow2", new byte[100]);

        assertThat(store.hasChanged(image)).isTrue();
    }

    @Test
    void contentThatTakesANameWhileItIsAnImageElsewhereIsThatImage() throws Exception {
        put("tiny/1.qcow2", qcow2());
        Path others = Files.createDirectory(temporary.resolve("others"));
        put(others, "tiny/1.qcow2", new byte[100]);
        scan("fake").run();
        scanOfTwo(others).run();
        Image theirs = images().stream()
                .filter(image -> !image.name().equals("tiny"))
                .findFirst()
                .orElseThrow();

        put("tiny/1.qcow2", new byte[100]);
        scan("fake").run();

        assertThat(images()).extracting(Image::id).containsExactly(theirs.id());
        assertThat(image("tiny").sha256()).isEqualTo(theirs.sha256());
    }

    @Test
    void fileThatCanNoLongerBeUsedLeavesItsImageWithTheContentThatItHad() throws Exception {
        put("tiny/1.qcow2", qcow2());
        scan("fake").run();
        Image before = image("tiny");

        put(
                "tiny/1.qcow2",
                Arrays.copyOf(ByteBuffer.wrap(qcow2()).putLong(8, 100).array(), 600));
        scan("fake").run();
        assertThat(image("tiny").state()).isEqualTo(ImageState.FAILED);

        put("tiny/1.qcow2", new byte[100]);
        scan("fake").run();
        assertThat(image("tiny").state()).isEqualTo(ImageState.READY);
        assertThat(image("tiny").id()).isNotEqualTo(before.id());
        assertThat(images()).as("nothing is left of content that nobody has").hasSize(1);
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

    private ImageScan scanOfTwo(Path others) {
        return new ImageScan(
                kit.catalogue,
                kit.copies,
                new LocalImages(),
                new ImageFolder(others, temporary.resolve("data-two")),
                () -> Set.of("fake"),
                used::contains,
                Duration.ZERO);
    }

    private ImageScan scan(String backend) {
        return scan(backend, Duration.ofSeconds(1));
    }

    private ImageScan scan(String backend, Duration settling) {
        return new ImageScan(kit.catalogue, kit.copies, local, folder, () -> Set.of(backend), used::contains, settling);
    }

    private List<Image> images() {
        return kit.catalogue.page(null, 100);
    }

    private Image image(String name) {
        return images().stream()
                .filter(image -> image.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void put(String name, byte[] content) throws IOException {
        put(files, name, content);
    }

    private static void put(Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }

    private static byte[] qcow2() {
        return ByteBuffer.allocate(512)
                .putInt(0, 0x514649fb)
                .putInt(4, 3)
                .putLong(24, 1 << 20)
                .array();
    }
}
