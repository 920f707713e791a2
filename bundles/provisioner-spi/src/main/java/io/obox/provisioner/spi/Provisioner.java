package io.obox.provisioner.spi;

import io.obox.vm.PowerAction;
import io.obox.vm.VmSpec;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A hypervisor host that can make, run and take away guests. One DS service per configured host, with the service
 * properties {@link #HOST}, {@link #BACKEND} and {@link #URI}.
 *
 * <p>Everything is idempotent by the VM's id: the native object carries it, so that a repeated call adopts what an earlier
 * one made. A provisioner never retries, and knows no jobs, users or transactions. Calls may come from many threads; those
 * for one VM come one at a time. A call that is interrupted stops soon with {@link InterruptedException} and leaves nothing
 * that the next call can't repair. Each native call is bounded in time. No message holds a secret.
 */
@ConsumerType
public interface Provisioner {
    /** Service property: what people call the host; a label, which another host may have as well. */
    String HOST = "obox.host";

    /** Service property: the backend's name, such as {@code libvirt}. */
    String BACKEND = "obox.backend";

    /** Service property: how the host is reached, without credentials. */
    String URI = "obox.uri";

    /**
     * Which host this is, asked of the hypervisor itself: the same for everybody who asks this hypervisor, whatever they call it
     * and however they reach it, and another for every other hypervisor of the backend. Cheap; it also shows whether the host can
     * be reached.
     *
     * @throws ProvisionException {@code UNREACHABLE}
     */
    UUID identity() throws ProvisionException, InterruptedException;

    /**
     * What the host can do, asked of the hypervisor itself.
     *
     * @throws ProvisionException {@code UNREACHABLE}
     */
    Capabilities capabilities() throws ProvisionException, InterruptedException;

    /**
     * Refuses what this host can never do. No side effect.
     *
     * @throws ProvisionException {@code REJECTED}
     */
    void validate(VmSpec spec) throws ProvisionException;

    /**
     * Makes the guest and starts it, or brings to that state what an earlier call left. Returns when the guest runs and has
     * an address that it got in this boot.
     *
     * @throws ProvisionException of any kind; what this call made is cleaned up unless the host can't be reached
     */
    Observation apply(Target target, Progress progress) throws ProvisionException, InterruptedException;

    /**
     * Changes the power, and returns when the guest is seen in the wanted state (after START, REBOOT and RESET as soon as it
     * runs, with an address if it has one by then). An action whose outcome is there already is success: START of a running
     * guest, STOP or SHUTDOWN of one that is off, PAUSE of a paused one, RESUME of a running one.
     *
     * @throws ProvisionException {@code NOT_FOUND} if there is no such guest; {@code REJECTED} where the action needs a
     *     running guest (PAUSE, RESUME, REBOOT, RESET) and it is off
     */
    Observation power(Target target, PowerAction action, Progress progress)
            throws ProvisionException, InterruptedException;

    /** Takes the guest away, with all volumes that belong to it. That it does not exist is success. */
    void destroy(Target target, Progress progress) throws ProvisionException, InterruptedException;

    /** All guests of OBox on this host, by one bulk call; guests that are not OBox's are left out. */
    List<Observation> observeAll() throws ProvisionException, InterruptedException;

    /**
     * Has the listener told of changes soon after they happen, where the hypervisor can do that. A hint only: what is told
     * may be late, doubled or missing.
     *
     * @return closing it ends the subscription
     */
    default AutoCloseable onChange(Runnable listener) {
        return () -> {};
    }
}
