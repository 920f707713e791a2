package io.obox.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForeignRoutesTest {
    private static final long PLUGIN = 7;
    private static final long OTHER = 8;

    private final ForeignRoutes routes = new ForeignRoutes(
            Map.<Class<?>, Long>of(Snapshots.class, PLUGIN, Same.class, PLUGIN, Deep.class, OTHER)::get);

    @Path("vms")
    public static class Own {
        @GET
        public String list() {
            return "";
        }

        @GET
        @Path("{id}")
        public String one() {
            return "";
        }
    }

    @Path("vms/{id}/snapshots")
    public static class Snapshots {
        @GET
        public String list() {
            return "";
        }
    }

    @Path("vms")
    public static class Same {
        @GET
        public String also() {
            return "";
        }

        @PUT
        public String all() {
            return "";
        }

        @GET
        @Path("{id}/consoles")
        public String consoles() {
            return "";
        }
    }

    @Path("deep")
    public static class Deep {
        @Path("{any}")
        public Object below() {
            return this;
        }
    }

    @BeforeEach
    void learn() {
        List<Resource> resources = List.of(
                Resource.from(Own.class),
                Resource.from(Snapshots.class),
                Resource.from(Same.class),
                Resource.from(Deep.class));
        routes.processResourceModel(new ResourceModel.Builder(resources, false).build(), new ResourceConfig());
    }

    @Test
    void whatABundleServesIsItsOwnAlsoBelowAPathOfOBox() {
        assertThat(routes.bundle("GET", "vms/1/snapshots")).isEqualTo(PLUGIN);
        assertThat(routes.bundle("HEAD", "vms/1/snapshots")).isEqualTo(PLUGIN);
        assertThat(routes.bundle("GET", "vms/1/consoles")).isEqualTo(PLUGIN);
        assertThat(routes.bundle("PUT", "vms")).isEqualTo(PLUGIN);
    }

    @Test
    void whatLocatesAResourceIsForeignCodeToo() {
        assertThat(routes.bundle("GET", "deep/a/b")).isEqualTo(OTHER);
    }

    @Test
    void whatOBoxServesIsNotDrawnIntoABundleThatServesTheSame() {
        assertThat(routes.bundle("GET", "vms")).isNull();
        assertThat(routes.bundle("GET", "vms/1")).isNull();
        assertThat(routes.bundle("GET", "hosts")).isNull();
    }
}
