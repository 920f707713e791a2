package io.obox.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.web.internal.rest.Contract;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class OpenApiTest {
    private static final java.nio.file.Path ROOT = java.nio.file.Path.of(System.getProperty("obox.root", "../.."));
    /** What the web bundle serves, and the page's types are made from. */
    private static final java.nio.file.Path CHECKED_IN =
            ROOT.resolve("bundles/web/src/main/resources/io/obox/web/internal/openapi/openapi.json");

    private final Schemas schemas = new Schemas();
    private final Paths paths = new Paths(schemas, Operations.ALL);

    @Test
    void theCheckedInDocumentIsThatOfTheCode() throws IOException {
        String document = Document.of(paths, schemas);
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(CHECKED_IN, document);
        }
        assertThat(Files.readString(CHECKED_IN))
                .as("It is out of date; ./mvnw -pl itests/openapi -am verify -Dopenapi.write=true writes it")
                .isEqualTo(document);
    }

    @Test
    void everyOperationIsDescribedAndNoOther() {
        paths.of(Document.RESOURCES);

        assertThat(paths.found()).isEqualTo(Operations.ALL.keySet());
    }

    @Test
    void theContractNamesEveryResource() {
        assertThat(Document.RESOURCES.stream()
                        .map(resource -> resource.getAnnotation(Path.class).value())
                        .collect(Collectors.toSet()))
                .isEqualTo(Contract.ROOTS);
    }

    @Test
    void everyReferenceLeadsToASchema() throws IOException {
        JsonNode document = new ObjectMapper().readTree(Document.of(paths, schemas));

        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }
}
