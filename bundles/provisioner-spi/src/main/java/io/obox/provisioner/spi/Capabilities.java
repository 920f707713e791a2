package io.obox.provisioner.spi;

import java.util.Set;

/** What a host can do. A value, made by {@link #builder}: what a backend does not say has a default. Immutable. */
public final class Capabilities {
    private record Found(int cpus, long memoryMib, long storageGib, boolean accelerated, Set<String> abilities) {}

    private final Found found;

    private Capabilities(Found found) {
        this.found = found;
    }

    /**
     * What every host has.
     *
     * @param cpus processors of the host
     * @param memoryMib memory of the host in MiB
     * @param storageGib size in GiB of the storage that guests are kept on
     */
    public static Builder builder(int cpus, long memoryMib, long storageGib) {
        return new Builder(cpus, memoryMib, storageGib);
    }

    /** Processors of the host. */
    public int cpus() {
        return found.cpus;
    }

    /** Memory of the host in MiB. */
    public long memoryMib() {
        return found.memoryMib;
    }

    /** Size in GiB of the storage that guests are kept on. */
    public long storageGib() {
        return found.storageGib;
    }

    /** Whether guests run on the processor's virtualization. */
    public boolean accelerated() {
        return found.accelerated;
    }

    /** Names of further abilities in lower case, such as {@code snapshot}. */
    public Set<String> abilities() {
        return found.abilities;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Capabilities that && found.equals(that.found);
    }

    @Override
    public int hashCode() {
        return found.hashCode();
    }

    @Override
    public String toString() {
        return found.toString();
    }

    /** Puts capabilities together. Not thread-safe. */
    public static final class Builder {
        private final int cpus;
        private final long memoryMib;
        private final long storageGib;
        private boolean accelerated;
        private Set<String> abilities = Set.of();

        private Builder(int cpus, long memoryMib, long storageGib) {
            this.cpus = cpus;
            this.memoryMib = memoryMib;
            this.storageGib = storageGib;
        }

        /** Whether guests run on the processor's virtualization; false where nothing is said. */
        public Builder accelerated(boolean virtualization) {
            accelerated = virtualization;
            return this;
        }

        /** Names of further abilities in lower case; none where nothing is said. */
        public Builder abilities(Set<String> names) {
            abilities = Set.copyOf(names);
            return this;
        }

        /** The capabilities. */
        public Capabilities build() {
            return new Capabilities(new Found(cpus, memoryMib, storageGib, accelerated, abilities));
        }
    }
}
