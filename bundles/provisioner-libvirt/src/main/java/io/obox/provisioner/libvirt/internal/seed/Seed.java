package io.obox.provisioner.libvirt.internal.seed;

import io.obox.provisioner.spi.Target;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes what cloud-init reads. */
public final class Seed {
    private static final String LABEL = "cidata";
    private static final String HEADER = "#cloud-config\n";

    private Seed() {}

    /** The CD image for a guest. */
    public static byte[] image(Target target) {
        return IsoImage.of(LABEL, Map.of("meta-data", bytes(metaData(target)), "user-data", bytes(userData(target))));
    }

    /** The keys stand here and not in the user-data, so that they work with a person's own user-data too. */
    static String metaData(Target target) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("instance-id", target.vmId().toString());
        data.put("local-hostname", target.name());
        data.put("public-keys", target.spec().sshKeys());
        return yaml(data);
    }

    static String userData(Target target) {
        String own = target.spec().userData();
        if (own != null) {
            return own;
        }
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("ssh_pwauth", false);
        if (target.image().defaultUser().equals("root")) {
            config.put("disable_root", false);
        }
        return HEADER + yaml(config);
    }

    private static String yaml(Map<String, Object> data) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options).dump(data);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
