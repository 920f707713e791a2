package io.obox.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SshPublicKeyTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMmYn+2UPsIkxRZrDztR/YrQ3CZtfLoeYBOS2zahKgYv ann@example.org";
    private static final String SHORT_RSA =
            "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDqG7ywoSnBltFT8hoPH8v3h4kKK6Gpv2Bo9RbyycF"
                    + "zfaaYHzPkT1Go12pgvJYXHzM18IEdP7BPjEONGT+h1wEjAa1+lK2MyNnilXsgyFf/IeTc0cHyzAhe/A8OyvuSYCNJb2cIS2wkwU/9W4NhXq"
                    + "iKhDekS4KD2qHUhzHGwHuGCw==";
    private static final String RSA =
            "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCtju8Uw1xlKAo1P9hhSGQKsQ5z0FJqZB4Of27rMCQpmgCQ6+"
                    + "wxNvfNOSwa/7L2L9OzyzUoYS5q2ns/vEsH9y4wFJ/5g1fchLzH9Wz05aBMTO5evbmqIA2F2kWyYBnJReON/WWJarSyE/kvbLBqWmTP5dJE9"
                    + "zSHtTkyMdEhlw2NN3XeRQNbArQjiHyMs3D8QQbVUczBfsUQaJ6tmXQhkYjCdhTScc9glRCk10KP6lmIgUKq9XVA3C4pqsr2wljRv+vF1WHM"
                    + "JVEueM5b4WJk1G8waKqhIFDTK8nU7KA2XnCtwVCXsjlfvrxrcKh5EkkxXBH8E8MqUsW3N3Dp8VdkaaJn";
    private static final String ECDSA =
            "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBHvoRW++rNmbD"
                    + "gQzhqXXZvT6cqf5LiWtittBzUnV+hniKG530lsmfO8nc0odSTN21mPemrdnNvoy3VOwXUuTneQ=";

    @Test
    void keyWithItsCommentIsAccepted() {
        assertThat(SshPublicKey.parse(KEY).comment()).isEqualTo("ann@example.org");
        assertThat(SshPublicKey.parse(withoutComment(KEY)).comment()).isEmpty();
        assertThat(SshPublicKey.parse("  " + KEY + " on a laptop\n").line()).isEqualTo(KEY + " on a laptop");
    }

    @Test
    void fingerprintsAreThoseOfSshKeygen() {
        assertThat(SshPublicKey.parse(KEY).fingerprint())
                .isEqualTo("SHA256:y1yfQwIq4LCkdIfI0WXreksfLnT3l9r1sKrUTokql3A");
        assertThat(SshPublicKey.parse(RSA).fingerprint())
                .isEqualTo("SHA256:RxCKRpTdw16DQ/NRou5jU7uVeFOiClla3Kkd17Dwgy4");
        assertThat(SshPublicKey.parse(ECDSA).fingerprint())
                .isEqualTo("SHA256:aX7UcIW5q0DuDfVVSK8mYMl2SJxS+ciB/brRnUSHTdM");
    }

    @Test
    void theCommentMakesNoOtherKey() {
        assertThat(SshPublicKey.parse(withoutComment(KEY)))
                .isEqualTo(SshPublicKey.parse(KEY))
                .hasSameHashCodeAs(SshPublicKey.parse(KEY))
                .isNotEqualTo(SshPublicKey.parse(ECDSA));
    }

    @Test
    void whatIsNoPublicKeyIsRefusedWithTheReason() {
        assertRefused("", "begin with its type");
        assertRefused("ssh-dss AAAA", "begin with its type");
        assertRefused("ssh-rsa" + KEY.substring(KEY.indexOf(' ')), "not a key of type ssh-rsa");
        assertRefused("ssh-ed25519 !!!", "not a key");
        assertRefused("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5", "not a key");
        assertRefused(KEY + "\nssh-rsa AAAA", "one line");
        assertRefused("-----BEGIN OPENSSH PRIVATE KEY-----", "private key");
        assertRefused("ssh-rsa " + "A".repeat(20_000), "longer");
        assertRefused(SHORT_RSA, "at least 2048 bits");
    }

    @Test
    void aKeyThatWasCutOffIsRefused() {
        for (String key : List.of(withoutComment(KEY), RSA, ECDSA)) {
            for (int lost = 4; lost < key.length() - 24; lost += 4) {
                assertRefused(key.substring(0, key.length() - lost), "not a key of type");
            }
        }
    }

    private static void assertRefused(String line, String reason) {
        assertThatThrownBy(() -> SshPublicKey.parse(line))
                .as(line)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    private static String withoutComment(String key) {
        return key.substring(0, key.lastIndexOf(' '));
    }
}
