package io.obox.image.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.image.Image;
import io.obox.image.ImageState;
import io.obox.image.store.ImageStore;
import io.obox.job.Place;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Files whose content changes under their names. */
class OtherContentTest extends ScannedFolder {
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
}
