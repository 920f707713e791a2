package io.obox.container.web;

import java.io.IOException;
import java.io.InputStream;

/** A version of a bundle with one resource, {@link VersionResource}, as a component. */
record Release(String version, int ranking) {
    private static final String RESOURCE = """
            <service><provide interface="%s"/></service>
            <property name="osgi.jakartars.resource" type="Boolean" value="true"/>
            <property name="osgi.jakartars.name" value="test.version"/>
            <property name="service.ranking" type="Integer" value="%d"/>
            """;

    InputStream jar() throws IOException {
        String provides = RESOURCE.formatted(VersionResource.class.getName(), ranking);
        return new ComponentBundle(
                        "test.version", version, VersionResource.class, "jakarta.ws.rs,org.osgi.framework", provides)
                .jar();
    }
}
