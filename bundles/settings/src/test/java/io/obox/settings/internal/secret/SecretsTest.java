package io.obox.settings.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path folder;

    @Test
    void aNodeMakesAKeyThatNobodyElseReadsAndKeepsIt() throws IOException {
        byte[] sealed = new Secrets("", folder).seal("pid", "name", "secret");

        assertThat(new Secrets("", folder).open("pid", "name", sealed)).contains("secret");
        assertThat(Files.getPosixFilePermissions(folder.resolve("settings.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void nodesWithTheSameKeyReadTheSame() {
        byte[] sealed = new Secrets(KEY, folder).seal("pid", "name", "secret");

        assertThat(new Secrets(KEY, folder.resolve("elsewhere")).open("pid", "name", sealed))
                .contains("secret");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherKeyAnotherSettingAndChangedBytesOpenNothing() {
        Secrets secrets = new Secrets(KEY, folder);
        byte[] sealed = secrets.seal("pid", "name", "secret");

        assertThat(new Secrets("", folder).open("pid", "name", sealed)).isEmpty();
        assertThat(secrets.open("pid", "other", sealed)).isEmpty();
        assertThat(secrets.open("pid", "name", new byte[3])).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(secrets.open("pid", "name", sealed)).isEmpty();
    }

    @Test
    void theSameTextIsNeverSealedToTheSameBytes() {
        Secrets secrets = new Secrets(KEY, folder);

        assertThat(secrets.seal("pid", "name", "secret")).isNotEqualTo(secrets.seal("pid", "name", "secret"));
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> new Secrets("c2hvcnQ=", folder).seal("pid", "name", "secret"))
                .hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> new Secrets("", folder.resolve("missing")).seal("pid", "name", "secret"))
                .hasMessageContaining("can't be kept");
        assertThat(new Secrets("%", folder).open("pid", "name", new byte[40])).isEmpty();
    }
}
