package io.obox.settings.internal.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.settings.internal.kit.SettingsNode;
import io.obox.settings.internal.store.SettingTable;
import io.obox.settings.internal.store.StoredValue;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.bundle("io.obox.settings", SettingTable.class, List.of());
    private final SettingTable table = new SettingTable(transactions);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anotherNodeHasWhatIsSetWithinSecondsWithoutBeingTold() {
        try (SettingsNode other = node(KEY)) {
            other.components.start(SettingsNode.PID);
            await().until(other.follower::followed);

            set("port", StoredValue.open("26"));

            await().untilAsserted(() -> assertThat(other.has("port")).isEqualTo("26"));
        }
    }

    @Test
    void whoeverHasTheRightValuesIsNotDisturbedByAVersionThatComes() {
        set("port", StoredValue.open("26"));
        try (SettingsNode first = node(KEY)) {
            first.components.start(SettingsNode.PID);
            await().untilAsserted(() -> assertThat(first.has("port")).isEqualTo("26"));
            first.components.takeGiven();

            Follower second = new Follower(
                    table,
                    new io.obox.settings.internal.secret.Secrets(KEY, folder),
                    first.overlay,
                    new Configurations(first.components.admin(), first.overlay),
                    new Components(first.components.runtime()));
            await().until(second::followed);
            second.deactivate();

            assertThat(first.components.takeGiven()).isEmpty();
        }
    }

    @Test
    void aComponentThatBeganWithoutThemIsGivenThem() {
        set("port", StoredValue.open("26"));
        try (SettingsNode node = node(KEY)) {
            await().until(node.follower::followed);
            node.components.had.put(SettingsNode.PID, Map.of("port", "25"));

            await().untilAsserted(() -> assertThat(node.has("port")).isEqualTo("26"));
        }
    }

    @Test
    void aComponentThatTakesItsValueFromElsewhereIsNotGivenThemForEver() {
        set("port", StoredValue.open("26"));
        SettingsNode node = node(KEY);
        try (node) {
            await().until(() -> !node.components.given.isEmpty() || node.follower.followed());
            node.components.had.put("deaf", Map.of());
            Delivery delivery = new Delivery(
                    node.overlay,
                    new Configurations(node.components.admin(), node.overlay),
                    new Components(node.components.runtime()));
            Map<String, Map<String, String>> values = Map.of("deaf", Map.of("port", "26"));
            for (int i = 0; i < 3; i++) {
                delivery.set(Map.of(), values);
                node.components.had.put("deaf", Map.of());
            }
            assertThat(node.components.given).containsOnlyOnce("deaf");
        }
    }

    @Test
    void aNodeWithAnotherKeySaysSoAndHasTheRest() {
        byte[] sealed =
                new io.obox.settings.internal.secret.Secrets(KEY, folder).seal(SettingsNode.PID, "password", "canary");
        set("password", StoredValue.sealed(sealed));
        set("port", StoredValue.open("26"));
        try (SettingsNode other = node("")) {
            other.components.start(SettingsNode.PID);
            await().untilAsserted(() -> assertThat(other.has("port")).isEqualTo("26"));

            assertThat(other.has("password")).isEqualTo("nothing");
            assertThat(new SettingsCheck(other.follower).execute().isOk()).isTrue();
            Result said = new SecretsCheck(other.follower).execute();
            assertThat(said.getStatus()).isEqualTo(Result.Status.WARN);
            assertThat(said.toString()).contains("io.obox.post/password", "OBOX_SETTINGS_KEY");
        }
    }

    @Test
    void whatWasSetStaysWhileTheDatabaseIsAway() {
        set("port", StoredValue.open("26"));
        try (SettingsNode node = node(KEY)) {
            node.components.start(SettingsNode.PID);
            await().untilAsserted(() -> assertThat(node.has("port")).isEqualTo("26"));

            database.close();
            node.follower.onLoss();
            node.components.start(SettingsNode.PID);

            assertThat(node.has("port")).isEqualTo("26");
            assertThat(new SettingsCheck(node.follower).execute().getStatus()).isEqualTo(Result.Status.OK);
        }
    }

    private SettingsNode node(String key) {
        return new SettingsNode(transactions, key, folder);
    }

    private void set(String name, StoredValue value) {
        transactions.sql(connection -> {
            long before = table.lock(SettingsNode.PID).version();
            table.write(SettingsNode.PID, Map.of(name, value), "ann@example.org");
            return before;
        });
    }
}
