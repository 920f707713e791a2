package io.obox.container.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.osgi.framework.FrameworkUtil;

/** Tells which version of its bundle serves. */
@Path("version")
@Produces("text/plain")
public final class VersionResource {
    static final String GATE = "test.version.gate";

    private volatile boolean whole;

    /** Called by Declarative Services. */
    public void activate() {
        whole = true;
    }

    /** Called by Declarative Services. */
    public void deactivate() {
        whole = false;
    }

    @GET
    public String now() {
        if (!whole) {
            throw new IllegalStateException("This component is not active.");
        }
        return FrameworkUtil.getBundle(VersionResource.class).getVersion().toString();
    }

    @GET
    @Path("slow")
    public String slow() throws InterruptedException {
        Thread.sleep(600);
        return now();
    }

    /** Answers when the test lets it: the class is not the test's own, so that what they share is the JVM's. */
    @GET
    @Path("held")
    public String held() throws InterruptedException {
        ((Semaphore) Objects.requireNonNull(System.getProperties().get(GATE))).acquire();
        return now();
    }
}
