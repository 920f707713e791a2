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

/**
 * A bundle of one class, which is a component.
 *
 * @param imports the packages that the class needs
 * @param provides what the component declares of itself besides its class
 */
record ComponentBundle(String name, String version, Class<?> component, String imports, String provides) {
    private static final String DECLARATION = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
              <implementation class="%s"/>
              %s
            </scr:component>
            """;

    InputStream jar() throws IOException {
        String path = component.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out, manifest());
                InputStream code = component.getClassLoader().getResourceAsStream(path)) {
            jar.putNextEntry(new JarEntry("OSGI-INF/component.xml"));
            jar.write(DECLARATION.formatted(name, component.getName(), provides).getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(path));
            code.transferTo(jar);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        main.putValue("Import-Package", imports);
        main.putValue("Service-Component", "OSGI-INF/component.xml");
        return manifest;
    }
}
