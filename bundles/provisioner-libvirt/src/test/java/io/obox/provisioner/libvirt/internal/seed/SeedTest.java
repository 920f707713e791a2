package io.obox.provisioner.libvirt.internal.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.image.ImageFormat;
import io.obox.provisioner.spi.Target;
import io.obox.provisioner.tck.TestImage;
import io.obox.provisioner.tck.TestTarget;
import io.obox.vm.Disk;
import io.obox.vm.VmSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class SeedTest {
    private static final String KEY = "ssh-rsa " + "A".repeat(700) + " somebody: at # home";

    @Test
    void metaDataTellsWhoTheGuestIs() {
        Target target = target("debian", null);

        assertThat(yaml(Seed.metaData(target)))
                .containsEntry("instance-id", target.vmId().toString())
                .containsEntry("local-hostname", "web-1")
                .containsEntry("public-keys", List.of(KEY));
    }

    @Test
    void keyStaysOnOneLine() {
        assertThat(Seed.metaData(target("debian", null)).lines()).anyMatch(line -> line.contains(KEY));
    }

    @Test
    void userDataIsACloudConfigThatRefusesPasswords() {
        String userData = Seed.userData(target("debian", null));

        assertThat(userData).startsWith("#cloud-config\n");
        assertThat(yaml(userData)).containsOnly(Map.entry("ssh_pwauth", false));
    }

    @Test
    void rootMayLogInWhereTheImageWantsIt() {
        assertThat(yaml(Seed.userData(target("root", null)))).containsEntry("disable_root", false);
    }

    @Test
    void ownUserDataIsTakenAsItIs() {
        String own = "#!/bin/sh\necho \"hello\"\n";

        assertThat(Seed.userData(target("debian", own))).isEqualTo(own);
    }

    private static Map<String, Object> yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    private static Target target(String user, @Nullable String userData) {
        UUID image = UUID.randomUUID();
        return new TestTarget(
                UUID.randomUUID(),
                "web-1",
                VmSpec.builder(image, 1, 512, Disk.of(10))
                        .sshKeys(List.of(KEY))
                        .userData(userData)
                        .build(),
                new TestImage(image, "debian", ImageFormat.QCOW2, Path.of("x"), 1, 1, "ab".repeat(32), user));
    }
}
