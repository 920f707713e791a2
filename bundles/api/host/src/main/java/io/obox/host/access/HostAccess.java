package io.obox.host.access;

import io.obox.job.Place;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.Provisioner;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The hosts that this node reaches. All calls of provisioners go through here. Thread-safe. */
@ProviderType
public interface HostAccess {
    /**
     * Where jobs run that work on a host: on the nodes that reach it.
     *
     * @param name what people call the host
     */
    static Place place(UUID host, String name) {
        return Place.of("host:" + host, HostPlace.PLACE.with(name));
    }

    /** A call of a provisioner. */
    @FunctionalInterface
    interface Call<T> {
        /** The call. */
        T on(Provisioner provisioner) throws ProvisionException, InterruptedException;
    }

    /** Something to be done before a call is made again; it may refuse. */
    @FunctionalInterface
    interface Checkpoint {
        /** Refuses by throwing. */
        void pass() throws InterruptedException;
    }

    /**
     * Calls the provisioner of a host. Where the backend is replaced meanwhile and the call is cut off by that, it is made
     * again of the successor, which takes up what the first call left.
     *
     * <p>Where this node has not looked at its hosts since it was started or replaced, the call waits for that, for ten seconds at most.
     *
     * @param checkpoint passed before each call, and again and again while it waits
     * @throws ProvisionException {@code UNREACHABLE} also where this node has no backend for the host
     */
    <T> T call(UUID host, Checkpoint checkpoint, Call<T> call) throws ProvisionException, InterruptedException;

    /** The backends of this node's hosts, such as {@code libvirt}. */
    Set<String> backends();
}
