package io.obox.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.user.access.Pending;
import io.obox.web.internal.gateway.EarlyAccess;
import io.obox.web.internal.rest.Contract;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @Test
    void theGatewayOpensWhatTheOperationsDeclare() throws IOException {
        assertThat(pathsOf(access -> access.path("to").asText().equals("ANYBODY")))
                .isEqualTo(Stream.concat(EarlyAccess.OPEN.stream(), Stream.of(EarlyAccess.LOGOUT))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource(Pending.class)
    void theGatewayLetsAccountsInAsTheOperationsDeclare(Pending pending) throws IOException {
        assertThat(pathsOf(access -> StreamSupport.stream(access.path("pending").spliterator(), false)
                        .anyMatch(each -> each.asText().equals(pending.name()))))
                .isEqualTo(EarlyAccess.PENDING.get(pending));
    }

    /** Those at which an operation declares what is asked for. */
    private Set<String> pathsOf(Predicate<JsonNode> declaring) throws IOException {
        JsonNode document = new ObjectMapper().readTree(Document.of(paths, schemas));
        return document.path("paths").properties().stream()
                .filter(path -> StreamSupport.stream(path.getValue().spliterator(), false)
                        .map(operation -> operation.path("x-access"))
                        .anyMatch(declaring))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
