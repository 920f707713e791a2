package io.obox.vm.internal.vms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SshKeysTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG9zdGVuc2libHkgYSBrZXkgb2YgMzIgYnl0ZXMh ann@example.org";

    @Test
    void keyWithItsCommentIsAccepted() {
        assertThat(SshKeys.fault(KEY)).isNull();
        assertThat(SshKeys.fault(KEY.substring(0, KEY.lastIndexOf(' ')))).isNull();
    }

    @Test
    void whatIsNoPublicKeyIsRefusedWithTheReason() {
        assertThat(SshKeys.fault("")).contains("begin with its type");
        assertThat(SshKeys.fault("ssh-dss AAAA")).contains("begin with its type");
        assertThat(SshKeys.fault("ssh-rsa" + KEY.substring(KEY.indexOf(' ')))).contains("not a key of type ssh-rsa");
        assertThat(SshKeys.fault("ssh-ed25519 !!!")).contains("not a key");
        assertThat(SshKeys.fault("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5")).contains("not a key");
        assertThat(SshKeys.fault(KEY + "\nssh-rsa AAAA")).contains("one line");
        assertThat(SshKeys.fault("-----BEGIN OPENSSH PRIVATE KEY-----")).contains("private key");
        assertThat(SshKeys.fault("ssh-rsa " + "A".repeat(20_000))).contains("longer");
    }
}
