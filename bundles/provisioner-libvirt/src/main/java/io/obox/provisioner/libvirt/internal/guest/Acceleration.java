package io.obox.provisioner.libvirt.internal.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether guests use the processor's virtualization. */
public enum Acceleration {
    /** They do, if libvirt has KVM too. */
    KVM,
    /** They are emulated. */
    QEMU;

    private static final Pattern FLAG = Pattern.compile("^(flags|Features)\\s*:.*\\b(vmx|svm)\\b", Pattern.MULTILINE);

    /**
     * Decides for a host.
     *
     * @param setting {@code auto}, {@code kvm} or {@code qemu}
     * @param local whether the host is this machine, whose processor can be looked at; a remote host is believed
     */
    public static Acceleration of(String setting, boolean local) {
        return switch (setting.toLowerCase(Locale.ROOT)) {
            case "kvm" -> KVM;
            case "qemu" -> QEMU;
            case "auto" -> !local || works(Path.of("/proc/cpuinfo"), Path.of("/dev/kvm")) ? KVM : QEMU;
            default -> throw new IllegalArgumentException("acceleration is one of auto, kvm, qemu; not " + setting);
        };
    }

    /** The device proves nothing alone: guests hang on machines that have it without the processor's feature. */
    static boolean works(Path cpuinfo, Path device) {
        try {
            return Files.exists(device)
                    && FLAG.matcher(Files.readString(cpuinfo)).find();
        } catch (IOException e) {
            return false;
        }
    }
}
