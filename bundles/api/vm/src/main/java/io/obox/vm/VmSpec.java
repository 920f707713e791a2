package io.obox.vm;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a guest is made of: all that a hypervisor backend must know of a VM's shape. A value, made by {@link #builder}: what is not
 * said has a default. Immutable.
 */
public final class VmSpec {
    private record Shape(
            UUID imageId,
            int vcpus,
            int memoryMib,
            List<Disk> disks,
            List<NetworkInterface> interfaces,
            List<String> sshKeys,
            @Nullable String userData,
            boolean autostart) {}

    private final Shape shape;

    private VmSpec(Shape shape) {
        this.shape = shape;
    }

    /**
     * What every guest has.
     *
     * @param imageId the image that its first disk starts from
     * @param vcpus processors, 1 to 64
     * @param memoryMib memory in MiB, 64 to 1048576
     * @param first its first disk; not smaller than the image
     */
    public static Builder builder(UUID imageId, int vcpus, int memoryMib, Disk first) {
        return new Builder(imageId, vcpus, memoryMib, first);
    }

    /** The same, to be changed. */
    public Builder toBuilder() {
        return new Builder(shape);
    }

    /** The image that its first disk starts from. */
    public UUID imageId() {
        return shape.imageId;
    }

    /** Processors, 1 to 64. */
    public int vcpus() {
        return shape.vcpus;
    }

    /** Memory in MiB, 64 to 1048576. */
    public int memoryMib() {
        return shape.memoryMib;
    }

    /** Its disks: at least one, the first of which starts from the image. */
    public List<Disk> disks() {
        return shape.disks;
    }

    /** Size in GiB of all its disks together. */
    public int diskGib() {
        return shape.disks.stream().mapToInt(Disk::sizeGib).sum();
    }

    /** Its network interfaces, in the order in which the guest finds them. */
    public List<NetworkInterface> interfaces() {
        return shape.interfaces;
    }

    /** Public keys in OpenSSH format, for the image's default user. */
    public List<String> sshKeys() {
        return shape.sshKeys;
    }

    /** Cloud-init user-data that is used instead of what OBox makes, or null. */
    public @Nullable String userData() {
        return shape.userData;
    }

    /** Whether the host starts it when the host itself starts. */
    public boolean autostart() {
        return shape.autostart;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VmSpec that && shape.equals(that.shape);
    }

    @Override
    public int hashCode() {
        return shape.hashCode();
    }

    /** Without keys and user-data, which may hold secrets. */
    @Override
    public String toString() {
        return "%s vCPUs, %s MiB, %s, %s of %s"
                .formatted(shape.vcpus, shape.memoryMib, shape.disks, shape.interfaces, shape.imageId);
    }

    /** Puts a specification together. Not thread-safe. */
    public static final class Builder {
        private final UUID imageId;
        private int vcpus;
        private int memoryMib;
        private List<Disk> disks;
        private List<NetworkInterface> interfaces = List.of(NetworkInterface.in("default"));
        private List<String> sshKeys = List.of();
        private @Nullable String userData;
        private boolean autostart;

        private Builder(UUID imageId, int vcpus, int memoryMib, Disk first) {
            this.imageId = imageId;
            this.vcpus = vcpus;
            this.memoryMib = memoryMib;
            this.disks = List.of(first);
        }

        private Builder(Shape shape) {
            imageId = shape.imageId;
            vcpus = shape.vcpus;
            memoryMib = shape.memoryMib;
            disks = shape.disks;
            interfaces = shape.interfaces;
            sshKeys = shape.sshKeys;
            userData = shape.userData;
            autostart = shape.autostart;
        }

        /** Processors. */
        public Builder vcpus(int number) {
            vcpus = number;
            return this;
        }

        /** Memory in MiB. */
        public Builder memoryMib(int size) {
            memoryMib = size;
            return this;
        }

        /**
         * All its disks.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Builder disks(List<Disk> all) {
            if (all.isEmpty()) {
                throw new IllegalArgumentException("A guest has at least one disk.");
            }
            disks = List.copyOf(all);
            return this;
        }

        /** All its network interfaces; one in {@code default} where nothing is said. */
        public Builder interfaces(List<NetworkInterface> all) {
            interfaces = List.copyOf(all);
            return this;
        }

        /** Public keys in OpenSSH format; none where nothing is said. */
        public Builder sshKeys(List<String> keys) {
            sshKeys = List.copyOf(keys);
            return this;
        }

        /** Cloud-init user-data; null for what OBox makes. */
        public Builder userData(@Nullable String document) {
            userData = document;
            return this;
        }

        /** Whether the host starts it when the host itself starts; not where nothing is said. */
        public Builder autostart(boolean starts) {
            autostart = starts;
            return this;
        }

        /** The specification. */
        public VmSpec build() {
            return new VmSpec(new Shape(imageId, vcpus, memoryMib, disks, interfaces, sshKeys, userData, autostart));
        }
    }
}
