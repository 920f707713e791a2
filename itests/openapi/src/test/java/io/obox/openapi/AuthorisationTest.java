package io.obox.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.user.access.Access;
import io.obox.web.internal.event.EventServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is printed of rights is what the code declares. */
final class AuthorisationTest {
    private static final Path PRINTED =
            Path.of(System.getProperty("obox.root", "../..")).resolve("docs/authorisation.md");

    @Test
    void thePrintedMatrixIsThatOfTheDeclarations() throws IOException {
        String document = AuthorisationDocument.of(declared(), ids());
        if (Boolean.getBoolean("authorisation.write")) {
            Files.writeString(PRINTED, document);
        }
        assertThat(Files.readString(PRINTED))
                .as("It is out of date; ./mvnw -pl itests/openapi -am verify -Dauthorisation.write=true writes it")
                .isEqualTo(document);
    }

    private static Map<String, Access> declared() {
        Paths paths = new Paths(new Schemas(), Operations.ALL);
        paths.of(Document.RESOURCES);
        Map<String, Access> declared = new TreeMap<>(paths.declared());
        declared.put("GET /events", DeclaredAccess.of(EventServlet.class).access());
        return declared;
    }

    private static Map<String, String> ids() {
        Map<String, String> ids = Operations.ALL.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().id(), (a, b) -> a, TreeMap::new));
        ids.put("GET /events", "streamEvents");
        return ids;
    }
}
