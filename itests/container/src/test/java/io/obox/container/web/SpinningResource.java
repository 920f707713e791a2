package io.obox.container.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.concurrent.Semaphore;

/** A resource that computes without end, until it is told to stop. */
@Path("spinning")
public final class SpinningResource {
    final Semaphore spinning = new Semaphore(0);
    volatile boolean enough;

    @GET
    public String spin() {
        spinning.release();
        while (!enough) {
            Thread.onSpinWait();
        }
        return "done";
    }

    @GET
    @Path("thread")
    public String thread(@Context SecurityContext security) {
        return security.getUserPrincipal().getName() + " on a "
                + (Thread.currentThread().isVirtual() ? "virtual" : "platform") + " thread";
    }
}
