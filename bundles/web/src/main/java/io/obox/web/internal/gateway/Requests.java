package io.obox.web.internal.gateway;

import java.util.concurrent.CompletableFuture;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The requests that are being served, or a part of them. Event streams are not among them: their threads do not stay. */
@Component(service = Requests.class)
public final class Requests {
    private volatile InFlight now = new InFlight();
    private CompletableFuture<Void> earlier = CompletableFuture.completedFuture(null);

    /** None yet. */
    @Activate
    public Requests() {}

    /** To be closed at the request's end. */
    public Running begin() {
        InFlight entered = now;
        while (!entered.enter()) {
            Thread.onSpinWait();
            entered = now;
        }
        return entered::leave;
    }

    /** Done once all requests that have begun before have ended. */
    public synchronized CompletableFuture<Void> ended() {
        InFlight before = now;
        now = new InFlight();
        earlier = CompletableFuture.allOf(earlier, before.close());
        return earlier;
    }

    /** One request. */
    public interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
