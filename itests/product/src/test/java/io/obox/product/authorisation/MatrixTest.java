package io.obox.product.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.product.access.Api.Answer;
import io.obox.product.access.Product;
import io.obox.product.servers.SharedServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The booted product answers each caller of each operation as is printed, which comes from what the code declares. */
@Tag("product")
final class MatrixTest {
    /** What the domain says of a thing that the caller may get at: done, not in this state, a link that leads nowhere. */
    private static final Set<Integer> DECIDED = Set.of(200, 201, 202, 204, 409, 410);

    @TempDir
    static Path folder;

    private static SharedServers servers;
    private static Product product;
    private static Calls calls;
    private static Accounts accounts;
    private static Cast cast;
    private static Belongings belongings;

    @BeforeAll
    static void boot() throws IOException {
        servers = new SharedServers(folder);
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.putAll(Map.of("OBOX_REGISTRATION", "true", "OBOX_TRUSTED_PROXIES", "127.0.0.1"));
        product = Product.boot(folder.resolve("data"), "simulated", settings);
        calls = new Calls(product.address());
        accounts = new Accounts(servers.database());
        cast = new Cast(calls, accounts);
        belongings = new Belongings(calls, cast);
    }

    @AfterAll
    static void stop() throws IOException {
        product.close();
        servers.close();
    }

    static List<Operation> operations() throws IOException {
        return Operation.printed();
    }

    @Test
    void everyOperationThatIsServedIsPrinted() {
        assertThat(StreamSupport.stream(
                                calls.get(null, "/api/openapi.json")
                                        .json()
                                        .path("paths")
                                        .spliterator(),
                                false)
                        .flatMap(path -> StreamSupport.stream(path.spliterator(), false))
                        .filter(operation -> operation.has("x-access"))
                        .map(operation -> operation.path("operationId").asText())
                        .filter(id -> !id.equals("getOpenApi")))
                .hasSizeGreaterThan(50)
                .containsExactlyInAnyOrderElementsOf(printed());
    }

    private static Set<String> printed() {
        try {
            return operations().stream().map(Operation::id).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void eachCallerGetsWhatIsPrinted(Operation operation) {
        Map<String, String> seen = new LinkedHashMap<>();
        operation.expected().forEach((caller, expected) -> seen.put(caller, seen(operation, caller, expected)));

        assertThat(seen).as(operation.toString()).isEqualTo(operation.expected());
    }

    private static String seen(Operation operation, String caller, String expected) {
        Fixture fixture = Fixture.of(operation);
        Cast actors = fixture.consuming() ? new Cast(calls, accounts) : cast;
        boolean served = expected.equals("yes");
        String path = operation.at(named(fixture.names(), served && operation.usesUp()));
        String bearer = actors.bearer(caller, operation);
        Map<String, String> headers = new HashMap<>();
        if (operation.method().equals("PATCH")) {
            headers.put("If-Match", version(path, bearer));
        }
        if (operation.path().contains("{language}")) {
            headers.put("If-Match", "*");
        }
        if (operation.id().equals("refresh")) {
            headers.put("Cookie", actors.cookies());
        }
        Object body = fixture.body() == null ? null : fixture.body().apply(belongings);
        return name(calls.send(operation.method(), path, bearer, body, headers), fixture.own());
    }

    private static String named(String what, boolean used) {
        if (what.isEmpty()) {
            return "";
        }
        return used ? belongings.fresh(what) : belongings.standing(what);
    }

    /** As the caller sees it, or else its owner. */
    private static String version(String path, @Nullable String bearer) {
        Answer seen = calls.get(bearer, path);
        Answer known = seen.status() == 200 ? seen : calls.get(cast.session("owner"), path);
        return known.headers().firstValue("ETag").orElse("\"0\"");
    }

    private static String name(Answer answer, String own) {
        if (DECIDED.contains(answer.status())) {
            return "yes";
        }
        String type = answer.json().path("type").asText();
        String said = answer.status() + " " + type.substring(type.lastIndexOf(':') + 1);
        // who may do it is asked to confirm what is dangerous
        if (said.equals(own) || said.equals("403 confirmation-required")) {
            return "yes";
        }
        return switch (said) {
            case "401 unauthenticated" -> "401";
            case "403 forbidden" -> "403";
            case "404 not-found" -> "404";
            case "403 email-unverified" -> "403 address";
            case "403 password-change-required" -> "403 password";
            default -> answer.status() + " " + answer.body();
        };
    }
}
