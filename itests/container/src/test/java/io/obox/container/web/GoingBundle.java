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

/** A bundle with a resource, and with what that needs: when it is stopped, what is needed goes first. */
final class GoingBundle {
    static final String RESOURCE_NAME = "test.going";

    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
              <implementation class="%1$s"/>
              <service><provide interface="%1$s"/></service>
              %2$s
            </scr:component>
            """;
    private static final String RESOURCE = """
            <property name="osgi.jakartars.resource" type="Boolean" value="true"/>
            <property name="osgi.jakartars.name" value="%s"/>
            <reference name="needed" interface="%s" bind="bindNeeded"/>
            """.formatted(RESOURCE_NAME, Needed.class.getName());

    private GoingBundle() {}

    static InputStream jar() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out, manifest())) {
            add(jar, "OSGI-INF/needed.xml", COMPONENT.formatted(Needed.class.getName(), ""));
            add(jar, "OSGI-INF/resource.xml", COMPONENT.formatted(GoingResource.class.getName(), RESOURCE));
            add(jar, Needed.class);
            add(jar, GoingResource.class);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    private static void add(JarOutputStream jar, String name, String text) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(JarOutputStream jar, Class<?> type) throws IOException {
        String path = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(path));
        try (InputStream code = type.getClassLoader().getResourceAsStream(path)) {
            code.transferTo(jar);
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "test.going");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", "jakarta.ws.rs");
        main.putValue("Service-Component", "OSGI-INF/needed.xml,OSGI-INF/resource.xml");
        return manifest;
    }
}
