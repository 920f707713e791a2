package io.obox.product.swap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;

/** A component with a fault, compiled for the purpose: the files of a jar by their names. */
final class Broken {
    static final String CLASS = "broken.Fault";
    static final String DESCRIPTOR = "OSGI-INF/broken.Fault.xml";

    private static final String SOURCE = """
            package broken;
            public final class Fault {
                public Fault() throws Exception {
                    if (System.nanoTime() != 0) {
                        %s
                    }
                }
            }
            """;
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="broken.Fault" immediate="true">
              <implementation class="broken.Fault"/>
            </scr:component>
            """;

    private Broken() {}

    static Map<String, byte[]> component(Path folder, String statement) throws IOException {
        Path classes = Files.createTempDirectory(folder, "broken");
        Path source = Files.writeString(classes.resolve("Fault.java"), SOURCE.formatted(statement));
        int result =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        if (result != 0) {
            throw new IllegalStateException("the faulty component can't be compiled");
        }
        return Map.of(
                "broken/Fault.class",
                Files.readAllBytes(classes.resolve("broken/Fault.class")),
                DESCRIPTOR,
                XML.getBytes(StandardCharsets.UTF_8));
    }
}
