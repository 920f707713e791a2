package io.obox.provisioner.spi;

import java.util.Set;

/**
 * What a host can do.
 *
 * @param cpus processors of the host
 * @param memoryMib memory of the host in MiB
 * @param storageGib size in GiB of the storage that guests are kept on
 * @param accelerated whether guests run on the processor's virtualization
 * @param abilities names of further abilities in lower case, such as {@code snapshot}
 */
public record Capabilities(int cpus, long memoryMib, long storageGib, boolean accelerated, Set<String> abilities) {
    /** Copies the set. */
    public Capabilities {
        abilities = Set.copyOf(abilities);
    }
}
