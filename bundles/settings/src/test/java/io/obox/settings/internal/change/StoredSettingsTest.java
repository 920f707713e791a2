package io.obox.settings.internal.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.audit.AuditChange;
import io.obox.audit.AuditEntry;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.problem.FieldError;
import io.obox.problem.ProblemException;
import io.obox.settings.Setting;
import io.obox.settings.SettingGroup;
import io.obox.settings.SettingOrigin;
import io.obox.settings.internal.kit.SettingsNode;
import io.obox.settings.internal.store.SettingTable;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import io.obox.version.ExpectedVersion;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredSettingsTest {
    private static final Caller ADMIN = caller(Role.ADMIN);
    private static final String SECRET = "canary-71c3";

    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.bundle("io.obox.settings", SettingTable.class, List.of());
    private SettingsNode node;

    @BeforeEach
    void open(@TempDir Path folder) {
        node = new SettingsNode(transactions, "", folder);
        node.components.said.put(SettingsNode.PID, Map.of("host", "near.example.org", "port", "2525"));
        node.components.start(SettingsNode.PID);
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    private static Caller caller(Role role) {
        return CallerIssuer.of(MethodHandles.lookup())
                .draft(UUID.randomUUID(), role + "@example.org", role, Credential.SESSION)
                .session(UUID.randomUUID())
                .issue();
    }

    @Test
    void whatTheNodeSaysIsShownUntilSomethingIsSet() {
        SettingGroup group = node.settings.get(ADMIN, SettingsNode.PID);

        assertThat(group.values())
                .isEqualTo(Map.of("host", "near.example.org", "port", 2525L, "kind", "FAST", "open", false));
        assertThat(setting(group, "host").origin()).isEqualTo(SettingOrigin.NODE);
        assertThat(setting(group, "kind").origin()).isEqualTo(SettingOrigin.DEFAULT);
        assertThat(group.version()).isZero();
        assertThat(group.changedAt()).isNull();
    }

    @Test
    void whatIsSetReachesTheComponentAndGoesBackToWhatTheNodeSays() {
        SettingGroup set = change(Map.of("port", 26, "open", true));

        assertThat(set.values()).containsEntry("port", 26L).containsEntry("open", true);
        assertThat(set.version()).isEqualTo(1);
        assertThat(set.changedBy()).isEqualTo(ADMIN.email());
        assertThat(setting(set, "port").origin()).isEqualTo(SettingOrigin.HERE);
        assertThat(setting(set, "port").former()).isEqualTo(2525L);
        await().untilAsserted(() -> assertThat(node.has("port")).isEqualTo("26"));

        SettingGroup back = change(nothing("port"));

        assertThat(back.values()).containsEntry("port", 2525L).containsEntry("open", true);
        assertThat(setting(back, "port").origin()).isEqualTo(SettingOrigin.NODE);
        assertThat(back.version()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(node.has("port")).isEqualTo("2525"));
        assertThat(node.has("open")).isEqualTo("true");
    }

    @Test
    void aGroupThatTheNodeSaysNothingOfIsSetAndResetToo() {
        node.components.said.clear();
        node.components.start(SettingsNode.PID);

        change(Map.of("host", "near"));
        await().untilAsserted(() -> assertThat(node.has("host")).isEqualTo("near"));

        change(nothing("host"));
        await().untilAsserted(() -> assertThat(node.has("host")).isEqualTo("nothing"));
        assertThat(node.components.said).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "port, 65536, This must be at most 65535.",
        "port, -1, This must be at least 0.",
        "nothing, 1, There is no such setting.",
        "a/b~c, 1, There is no such setting.",
        "host, 1, This must be a text."
    })
    void aNumberThatCanNotBeIsRefusedAndNothingChanges(String name, long value, String detail) {
        assertThat(refused(Map.of("open", true, name, value))).singleElement().satisfies(fault -> {
            assertThat(fault.pointer())
                    .isEqualTo("/values/" + name.replace("~", "~0").replace("/", "~1"));
            assertThat(fault.detail()).isEqualTo(detail);
        });

        assertThat(node.settings.get(ADMIN, SettingsNode.PID).version()).isZero();
        assertThat(node.audit.entries).isEmpty();
    }

    @Test
    void textsThatCanNotBeAreRefusedAllAtOnce() {
        assertThat(refused(Map.of(
                        "host", "a\r\nb", "port", "25", "kind", "QUICK", "open", "yes", "password", "x".repeat(1_001))))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/values/host", "/values/port", "/values/kind", "/values/open", "/values/password");
        assertThat(refused(Map.of("port", 2.5, "host", List.of("a"), "open", Map.of())))
                .hasSize(3);
        assertThat(refused(Map.of())).extracting(FieldError::pointer).containsExactly("/values");
    }

    @Test
    void theBundleThatHasThemIsAskedWhetherTheyGoTogether() {
        assertThat(refused(Map.of("host", "far.example.org")))
                .singleElement()
                .isEqualTo(new FieldError("/values/kind", "Only slowly."));

        assertThat(change(Map.of("host", "far.example.org", "kind", "SLOW")).version())
                .isEqualTo(1);
    }

    @Test
    void aSecretIsNeverShownNorKeptInClear() {
        SettingGroup group = change(Map.of("password", SECRET));

        assertThat(group.values()).doesNotContainKey("password");
        assertThat(setting(group, "password").present()).isTrue();
        assertThat(setting(group, "password").former()).isNull();
        assertThat(group.toString()).doesNotContain(SECRET);
        assertThat(rowsWith(SECRET)).isZero();
        await().untilAsserted(() -> assertThat(node.has("password")).isEqualTo(SECRET));
        assertThat(setting(change(nothing("password")), "password").present()).isFalse();
    }

    @Test
    void changesAreRecordedWithBeforeAndAfterButSecretsAreNot() {
        change(Map.of("port", 26, "password", SECRET));

        AuditEntry entry = node.audit.entries.getFirst();
        assertThat(entry.action()).isEqualTo("setting.change");
        assertThat(entry.objectId()).isEqualTo(SettingsNode.PID);
        assertThat(entry.who()).isEqualTo(ADMIN.email());
        assertThat(entry.changes())
                .extracting(AuditChange::attribute, AuditChange::before, AuditChange::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("port", "2525", "26"),
                        org.assertj.core.groups.Tuple.tuple("password", null, null));
    }

    @Test
    void ofManyWhoChangeTheSameVersionAtOnceOneSucceeds() throws Exception {
        ExpectedVersion first = ExpectedVersion.of(0);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            long done = threads
                    .invokeAll(IntStream.range(0, 8)
                            .<java.util.concurrent.Callable<Boolean>>mapToObj(i -> () -> succeeds(i, first))
                            .toList())
                    .stream()
                    .filter(result -> Boolean.TRUE.equals(result.resultNow()))
                    .count();
            assertThat(done).isEqualTo(1);
        }
        assertThat(node.settings.get(ADMIN, SettingsNode.PID).version()).isEqualTo(1);
    }

    private boolean succeeds(int port, ExpectedVersion expected) {
        try {
            node.settings.change(ADMIN, SettingsNode.PID, Map.of("port", port), expected);
            return true;
        } catch (ProblemException e) {
            assertThat(e.problem().slug()).isEqualTo("precondition-failed");
            return false;
        }
    }

    @Test
    void nobodyButAdministratorsSeesOrChangesThemAndTheAttemptIsRecorded() {
        Caller ann = caller(Role.USER);

        assertThatThrownBy(() -> node.settings.list(ann)).hasMessageContaining("Only administrators");
        assertThatThrownBy(() -> node.settings.get(ann, SettingsNode.PID)).hasMessageContaining("Only administrators");
        assertThatThrownBy(
                        () -> node.settings.change(ann, SettingsNode.PID, Map.of("port", 1), ExpectedVersion.UNSTATED))
                .hasMessageContaining("Only administrators");

        assertThat(node.audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(ann.email());
            assertThat(entry.problem()).isEqualTo("forbidden");
        });
    }

    @Test
    void settingsThatNoBundleHasAreNotThere() {
        assertThatThrownBy(() -> node.settings.get(ADMIN, "io.obox.persistence"))
                .hasMessageContaining("no settings");
        assertThat(node.settings.list(ADMIN)).extracting(SettingGroup::pid).containsExactly(SettingsNode.PID);
    }

    private SettingGroup change(Map<String, @Nullable Object> values) {
        return node.settings.change(ADMIN, SettingsNode.PID, values, ExpectedVersion.UNSTATED);
    }

    private static Map<String, @Nullable Object> nothing(String name) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(name, null);
        return values;
    }

    private List<FieldError> refused(Map<String, @Nullable Object> values) {
        try {
            change(values);
        } catch (ProblemException e) {
            assertThat(e.problem().slug()).isEqualTo("validation");
            return e.problem().errors();
        }
        throw new AssertionError("not refused");
    }

    private static Setting setting(SettingGroup group, String name) {
        return group.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long rowsWith(String text) {
        return transactions.sql(connection -> new Sql("select count(*) from setting where setting::text like ?")
                .first(connection, row -> row.getLong(1), "%" + text + "%")
                .orElseThrow());
    }
}
