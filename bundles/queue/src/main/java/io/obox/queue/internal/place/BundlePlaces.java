package io.obox.queue.internal.place;

import io.obox.job.Place;
import io.obox.job.Places;
import java.util.Collection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** What one bundle says of the places; void when the bundle is gone. */
@Component(service = Places.class, scope = ServiceScope.BUNDLE)
public final class BundlePlaces implements Places {
    private final Reach reach;

    /** Of this node. */
    @Activate
    public BundlePlaces(@Reference Reach reach) {
        this.reach = reach;
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        reach.forget(this);
    }

    @Override
    public void reach(Collection<Place> places) {
        reach.say(this, places);
    }
}
