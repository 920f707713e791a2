package io.obox.container.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.osgi.framework.FrameworkUtil;

/** Tells which version of its bundle serves. */
@Path("version")
@Produces("text/plain")
public final class VersionResource {
    @GET
    public String now() {
        return FrameworkUtil.getBundle(VersionResource.class).getVersion().toString();
    }

    @GET
    @Path("slow")
    public String slow() throws InterruptedException {
        Thread.sleep(600);
        return now();
    }
}
