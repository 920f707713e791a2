package io.obox.vm.internal.jobs;

import io.obox.persistence.Retention;
import io.obox.vm.internal.vms.VmBin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** VMs that have been in the bin for too long are taken away, each by a job. */
@Component(service = Retention.class)
public final class BinExpiry implements Retention {
    private final VmBin bin;

    /** Within the bundle. */
    @Activate
    public BinExpiry(@Reference VmBin bin) {
        this.bin = bin;
    }

    @Override
    public String name() {
        return "VMs in the bin";
    }

    @Override
    public int deleteAged(int limit) {
        return bin.expire(limit);
    }
}
