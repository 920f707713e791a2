package io.obox.host.internal.link;

/**
 * A host as a backend of this node was told to reach it. Which host that is, only the hypervisor can say.
 *
 * @param label what the node's settings call it
 * @param backend name of the backend
 * @param uri how it is reached
 */
public record HostAddress(String label, String backend, String uri) {
    @Override
    public String toString() {
        return label + " (" + uri + ")";
    }
}
