package io.obox.provisioner.libvirt.internal.connection;

/** A driver of libvirt, and what it can do. */
public enum Driver {
    /** QEMU with or without KVM. */
    QEMU(true, true, true, true, 0x1 | 0x2 | 0x4 | 0x10),
    /** libvirt's own mock, {@code test:///default}: it keeps domains and volumes in memory, and none of their content. */
    TEST(false, false, false, false, 0x1);

    private final boolean inDaemon;
    private final boolean startsPaused;
    private final boolean keepsLeases;
    private final boolean keepsContent;
    private final int undefineFlags;

    Driver(boolean inDaemon, boolean startsPaused, boolean keepsLeases, boolean keepsContent, int undefineFlags) {
        this.inDaemon = inDaemon;
        this.startsPaused = startsPaused;
        this.keepsLeases = keepsLeases;
        this.keepsContent = keepsContent;
        this.undefineFlags = undefineFlags;
    }

    static Driver of(String type) {
        return type.equalsIgnoreCase("test") ? TEST : QEMU;
    }

    /** Whether it runs in a daemon, to which a connection can be lost. */
    boolean inDaemon() {
        return inDaemon;
    }

    /** Whether a domain can be started without running yet. */
    public boolean startsPaused() {
        return startsPaused;
    }

    /** Whether networks tell what their DHCP server gave. */
    public boolean keepsLeases() {
        return keepsLeases;
    }

    /** Whether volumes hold what is written into them. */
    public boolean keepsContent() {
        return keepsContent;
    }

    /** Flags with which a domain is undefined together with its saved state, snapshots, firmware variables, checkpoints. */
    public int undefineFlags() {
        return undefineFlags;
    }
}
