package io.obox.vm.internal.vms;

import io.obox.host.Hosts;
import io.obox.host.access.HostAccess;
import io.obox.job.Place;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Where the jobs of a VM can run. */
@Component(service = VmPlaces.class)
public final class VmPlaces {
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Hosts hosts;

    /** Where the VM's host is reached; empty for anywhere, because it has none. */
    public List<Place> of(VmRow vm) {
        UUID host = vm.hostId();
        return host == null
                ? List.of()
                : List.of(HostAccess.place(host, hosts.names(Set.of(host)).getOrDefault(host, host.toString())));
    }
}
