package io.obox.image.internal.catalogue;

import io.obox.image.internal.ImageSettings;
import io.obox.persistence.Retention;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Copies of nodes that do not come back are kept on the books for some weeks. */
@Component(
        service = Retention.class,
        configurationPid = {ImageSettings.PID, "$"})
public final class GoneHolders implements Retention {
    private final Copies copies;
    private final int days;

    /** Within the bundle. */
    @Activate
    public GoneHolders(@Reference Copies copies, ImageSettings settings) {
        this.copies = copies;
        this.days = settings.keepCopiesDays();
    }

    @Override
    public String name() {
        return "image copies of nodes that are gone";
    }

    @Override
    public int deleteAged(int limit) {
        return days > 0 ? copies.forgetGone(days, limit) : 0;
    }
}
