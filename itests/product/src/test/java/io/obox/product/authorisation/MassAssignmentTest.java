package io.obox.product.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Product;
import io.obox.product.servers.SharedServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No body sets what it is not for: every member that any document of the API has is tried in every body that has it not. */
@Tag("product")
final class MassAssignmentTest {
    @TempDir
    static Path folder;

    private static SharedServers servers;
    private static Product product;
    private static Calls calls;
    private static Cast cast;
    private static Belongings belongings;
    private static JsonNode document;

    @BeforeAll
    static void boot() throws IOException {
        servers = new SharedServers(folder);
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.putAll(Map.of("OBOX_REGISTRATION", "true", "OBOX_TRUSTED_PROXIES", "127.0.0.1"));
        product = Product.boot(folder.resolve("data"), "simulated", settings);
        calls = new Calls(product.address());
        cast = new Cast(calls, new Accounts(servers.database()));
        belongings = new Belongings(calls, cast);
        document = calls.get(null, "/api/openapi.json").json();
    }

    @AfterAll
    static void stop() throws IOException {
        product.close();
        servers.close();
    }

    static List<Operation> writing() throws IOException {
        return Operation.printed().stream()
                .filter(operation -> Fixture.of(operation).body() != null)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("writing")
    void whatABodyIsNotForIsRefused(Operation operation) {
        Fixture fixture = Fixture.of(operation);
        String bearer = operation.isAdministrative() ? cast.session("admin") : cast.session("owner");
        String path = operation.at(fixture.names().isEmpty() ? "" : belongings.standing(fixture.names()));
        Set<String> others = new TreeSet<>(members(document.at("/components/schemas")));
        others.removeAll(own(operation));

        for (String other : others) {
            Map<String, Object> body = bodyOf(fixture);
            body.put(other, "ADMIN");
            Answer answer = calls.send(operation.method(), path, bearer, body, Map.of("If-Match", "*"));

            assertThat(answer.status())
                    .as(other + " in " + operation + ": " + answer.body())
                    .isIn(400, 422);
            assertThat(answer.body()).as(other + " in " + operation).contains("/" + other);
        }
        assertThat(others).hasSizeGreaterThan(50);
    }

    private static Map<String, Object> bodyOf(Fixture fixture) {
        Map<String, Object> body = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(fixture.body()).apply(belongings))
                .forEach((name, value) -> body.put(name.toString(), value));
        return body;
    }

    private static Set<String> members(JsonNode schemas) {
        return StreamSupport.stream(schemas.spliterator(), false)
                .flatMap(schema -> schema.path("properties").properties().stream())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> own(Operation operation) {
        JsonNode content = document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .at("/requestBody/content");
        String reference = content.findValue("$ref").asText();
        return document.at(reference.substring(1)).path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
