package io.obox.container.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A version of a bundle with one resource, {@link VersionResource}, as a component. */
record Release(String version, int ranking) {
    private static final String CLASS = VersionResource.class.getName().replace('.', '/') + ".class";
    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="test.version">
              <implementation class="%s"/>
              <service><provide interface="%1$s"/></service>
              <property name="osgi.jakartars.resource" type="Boolean" value="true"/>
              <property name="osgi.jakartars.name" value="test.version"/>
              <property name="service.ranking" type="Integer" value="%d"/>
            </scr:component>
            """;

    InputStream jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "test.version");
        main.putValue("Bundle-Version", version);
        main.putValue("Import-Package", "jakarta.ws.rs,org.osgi.framework");
        main.putValue("Service-Component", "OSGI-INF/version.xml");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out, manifest);
                InputStream code = VersionResource.class.getClassLoader().getResourceAsStream(CLASS)) {
            jar.putNextEntry(new JarEntry("OSGI-INF/version.xml"));
            jar.write(COMPONENT
                    .formatted(VersionResource.class.getName(), ranking)
                    .getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(CLASS));
            code.transferTo(jar);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}
