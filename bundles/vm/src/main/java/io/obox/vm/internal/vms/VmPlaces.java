package io.obox.vm.internal.vms;

import io.obox.host.Host;
import io.obox.host.Hosts;
import io.obox.host.access.HostAccess;
import io.obox.image.Image;
import io.obox.image.ImageState;
import io.obox.image.store.ImageStore;
import io.obox.job.Place;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** Where it is made of its image on a host. */
    static List<Place> ofCreation(Host host, Image image, ImageStore images) {
        return ofCreation(List.of(HostAccess.place(host.id(), host.name())), images.places(image, host.id()));
    }

    /**
     * Where it is made once more on its host.
     *
     * @param image null if it has gone, which any node tells that reaches the host
     */
    List<Place> ofCreation(VmRow vm, @Nullable Image image, ImageStore images) {
        UUID host = vm.hostId();
        return host == null || image == null || image.state() != ImageState.READY
                ? of(vm)
                : ofCreation(of(vm), images.places(image, host));
    }

    /** Not every node that reaches a host has the image's file, and not every host has the image. */
    private static List<Place> ofCreation(List<Place> host, List<Place> image) {
        return Stream.concat(host.stream(), image.stream()).toList();
    }
}
