package io.obox.provisioner.tck;

import java.util.Set;
import java.util.UUID;

/** A host as it is changed and looked at behind OBox's back: by the hypervisor's own means, not through the provisioner. */
public interface Outside {
    /** Turns a guest off at once. */
    void stop(UUID vmId) throws Exception;

    /** Makes the hypervisor forget a guest that is off or runs; its volumes may stay. */
    void undefine(UUID vmId) throws Exception;

    /** Names of all that the host keeps for a VM: its guest, its volumes, its seed. The base image does not count. */
    Set<String> traces(UUID vmId) throws Exception;

    /** What the host made of a VM, by its own account. */
    Made made(UUID vmId) throws Exception;

    /** Defines a guest that OBox did not make, and which may look much like one of OBox's. */
    ForeignGuest foreignGuest() throws Exception;

    /**
     * A guest as the host has it.
     *
     * @param diskGib size of its disk as the guest sees it
     * @param autostart whether it starts when the host does
     */
    record Made(int vcpus, long memoryMib, long diskGib, boolean autostart) {}

    /**
     * A guest that is not OBox's.
     *
     * @param id that it would have if it were
     * @param removal takes it away again
     */
    record ForeignGuest(UUID id, AutoCloseable removal) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            removal.close();
        }
    }
}
