package io.obox.product.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import io.obox.product.servers.SharedServers;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords that can be told from all else are typed in everywhere, and are then found nowhere. */
@Tag("product")
final class CanaryTest {
    /** Stands in each of them. */
    private static final String MARK = "zitronengelb";

    private static final String ADMIN = MARK + " for the administrator";
    private static final String SECOND = MARK + " for the second time";
    private static final String FORGED = "2026-11-26 INFO forged";

    @TempDir
    static Path folder;

    private static SharedServers servers;
    private static Product product;
    private static Api admin;
    private static String token;

    @BeforeAll
    static void typeThemEverywhere() throws IOException {
        servers = new SharedServers(folder.resolve("servers"));
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.putAll(Map.of(
                "ADMIN_PASSWORD", ADMIN,
                "OBOX_REGISTRATION", "true",
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", "" + Product.freePort(),
                "SMTP_SECURITY", "NONE",
                "SMTP_SENDER", "obox@example.org",
                "SMTP_USER", "obox",
                "SMTP_PASSWORD", MARK + " for mails"));
        product = Product.boot(folder.resolve("data"), "simulated", settings);
        Api api = new Api(product.address());
        assertThat(api.login(Product.EMAIL, ADMIN).status()).isEqualTo(200);
        wrongly(api);
        assertThat(api.post("/api/profile/password", Map.of("currentPassword", ADMIN, "newPassword", SECOND))
                        .status())
                .isEqualTo(200);
        admin = new Api(product.address());
        assertThat(admin.login(Product.EMAIL, SECOND).status()).isEqualTo(200);
        token = admin.post("/api/profile/tokens", Map.of("name", "canary", "scopes", List.of("vms:read")))
                .json()
                .path("token")
                .asText();
        assertThat(token).startsWith("obox_");
        new Machines(admin).accepted("canary");
        admin.post("/api/admin/mails/test", Map.of());
        await().until(() -> Files.readString(log()).contains("mail"));
    }

    /** In every way that is refused, and might be told of. */
    private static void wrongly(Api api) {
        Api stranger = new Api(product.address());
        assertThat(stranger.login(Product.EMAIL, MARK + " guessed").status()).isEqualTo(401);
        assertThat(stranger.login("eve@example.org\r\n" + FORGED + "\u001b[31m\u202e", MARK + " guessed")
                        .status())
                .isBetween(400, 499);
        assertThat(stranger.post(
                                "/api/auth/register",
                                Map.of("email", "new@example.org", "password", MARK + " registered", "name", "New"))
                        .status())
                .isEqualTo(202);
        assertThat(stranger.post("/api/auth/login", Map.of("email", Product.EMAIL, "passwort", MARK))
                        .status())
                .isBetween(400, 499);
        assertThat(stranger.send(stranger.request("/api/auth/login")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"password\":\"" + MARK)))
                        .status())
                .isBetween(400, 499);
        assertThat(stranger.get("/api/x%0d%0a" + FORGED.replace(' ', '+') + "%1b%5b31m")
                        .status())
                .isBetween(400, 499);
        assertThat(api.post("/api/profile/password", Map.of("currentPassword", MARK, "newPassword", MARK))
                        .status())
                .isBetween(400, 499);
        assertThat(api.post("/api/profile/email", Map.of("email", "moved@example.org", "password", MARK))
                        .status())
                .isBetween(400, 499);
    }

    @AfterAll
    static void stop() throws IOException {
        product.close();
        servers.close();
    }

    private static Path log() {
        return product.data().resolve("logs/obox.log");
    }

    @Test
    void noProcessHasThem() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            assertThat(processes
                            .filter(process -> process.getFileName().toString().matches("\\d+"))
                            .flatMap(process -> Stream.of(process.resolve("environ"), process.resolve("cmdline")))
                            .map(CanaryTest::text))
                    .hasSizeGreaterThan(2)
                    .noneMatch(CanaryTest::tells);
        }
    }

    /** But for the file by which the password of the mail server is handed over. */
    @Test
    void noFileHasThem() throws IOException {
        try (Stream<Path> files = Files.walk(product.data())) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.endsWith("run/secrets/SMTP_PASSWORD"))
                            .filter(file -> tells(text(file))))
                    .isEmpty();
        }
    }

    @Test
    void noTableHasThem() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = servers.database().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : strings(
                    statement,
                    "select format('%I.%I', schemaname, tablename) from pg_tables"
                            + " where schemaname not in ('pg_catalog', 'information_schema')")) {
                strings(statement, "select t::text from " + table + " t").stream()
                        .filter(CanaryTest::tells)
                        .forEach(row -> found.add(table + " " + row));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void nothingThatAdministratorsReadHasThem() {
        List<String> read = new ArrayList<>();
        for (String path : List.of(
                "/api/admin/audit/lines",
                "/api/admin/users",
                "/api/admin/settings",
                "/api/jobs?limit=200",
                "/api/vms")) {
            read.add(admin.get(path).body());
        }
        for (JsonNode mail : admin.get("/api/admin/mails?limit=200").json().path("items")) {
            read.add(admin.get("/api/admin/mails/" + mail.path("id").asText()).body());
        }
        for (JsonNode job : admin.get("/api/jobs?limit=200").json().path("items")) {
            read.add(admin.get("/api/jobs/" + job.path("id").asText() + "/log").body());
        }
        assertThat(read).hasSizeGreaterThan(6).noneMatch(CanaryTest::tells);
    }

    @Test
    void nobodyForgesALineOfTheLog() throws IOException {
        assertThat(Files.readAllLines(log()))
                .isNotEmpty()
                .noneMatch(line -> line.startsWith(FORGED))
                .noneMatch(line -> line.chars().anyMatch(c -> c == 0x1b || c == 0x202e || c == 0x85));
    }

    private static boolean tells(String text) {
        return text.contains(MARK) || text.contains(token);
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
