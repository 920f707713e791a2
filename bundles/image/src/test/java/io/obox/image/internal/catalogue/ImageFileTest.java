package io.obox.image.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFileTest {
    @TempDir
    Path folder;

    @Test
    void folderOfImagesMayBeALink() throws IOException {
        Path images = Files.createDirectories(folder.resolve("disk/images"));
        Files.createFile(Files.createDirectories(images.resolve("debian")).resolve("13.qcow2"));
        Path link = Files.createSymbolicLink(folder.resolve("images"), images);

        assertThat(ImageFile.below(link))
                .singleElement()
                .satisfies(file -> assertThat(file.path()).isEqualTo(Path.of("debian", "13.qcow2")));
    }
}
