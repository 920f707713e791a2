package io.obox.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskCheckTest {
    @TempDir
    Path folder;

    @Test
    void aDiskWithRoomIsWell() {
        assertThat(new DiskCheck(folder, 1).execute().isOk()).isTrue();
    }

    @Test
    void aDiskWithoutRoomKeepsTheNodeFromBeingReady() {
        Result result = new DiskCheck(folder, Long.MAX_VALUE).execute();

        assertThat(result.getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
        assertThat(result.toString()).contains("The disk is full");
    }

    @Test
    void aFolderThatIsGoneIsNotWell() {
        assertThat(new DiskCheck(folder.resolve("gone"), 1).execute().isOk()).isFalse();
    }
}
