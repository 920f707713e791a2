package io.obox.web.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.web.internal.json.JsonBody;
import io.obox.web.internal.json.RestJson;
import java.util.Map;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** What the REST application does beside its resources. It is part of every generation, never a service that could be away. */
final class RestFeatures {
    private RestFeatures() {}

    static ResourceConfig added(ResourceConfig config, BodyRoom room, ForeignRequests foreign) {
        ObjectMapper mapper = RestJson.mapper();
        JsonBody json = new JsonBody(mapper);
        return config.register(json)
                .register(new ConditionalGet(mapper))
                .register(new ReadableHeaders())
                .register(new BodyLimit(room))
                .register(new WholeBody(room))
                .register(new DeclaredAccess())
                .register(new QueryParameters())
                .register(new BodyPresence(json))
                .register(foreign.routes())
                .register(foreign)
                .register(new ProblemMapper())
                .register(new ProblemInstance())
                .addProperties(Map.of(
                        // everything is registered here by name; looking for more costs time at each change
                        CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
                        CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
                        CommonProperties.JSON_PROCESSING_FEATURE_DISABLE, true,
                        ServerProperties.WADL_FEATURE_DISABLE, true,
                        ServerProperties.BV_FEATURE_DISABLE, true,
                        ServerProperties.PROCESSING_RESPONSE_ERRORS_ENABLED, true,
                        // an address made from the request would be wrong behind a proxy
                        ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true));
    }
}
