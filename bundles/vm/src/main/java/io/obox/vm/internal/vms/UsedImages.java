package io.obox.vm.internal.vms;

import io.obox.image.store.ImageUsage;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows which images VMs are made of. */
@Component
public final class UsedImages implements ImageUsage {
    private final VmTable table;

    /** Within the bundle. */
    @Activate
    public UsedImages(@Reference VmTable table) {
        this.table = table;
    }

    @Override
    public boolean isUsed(UUID imageId) {
        return table.anyOf(imageId);
    }
}
