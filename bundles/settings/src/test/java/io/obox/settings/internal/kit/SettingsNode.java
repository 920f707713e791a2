package io.obox.settings.internal.kit;

import io.obox.message.Message;
import io.obox.persistence.Transactions;
import io.obox.settings.SettingType;
import io.obox.settings.SettingValues;
import io.obox.settings.SettingsRule;
import io.obox.settings.internal.change.Rules;
import io.obox.settings.internal.change.StoredSettings;
import io.obox.settings.internal.change.Trace;
import io.obox.settings.internal.definition.Definition;
import io.obox.settings.internal.definition.Definitions;
import io.obox.settings.internal.definition.Field;
import io.obox.settings.internal.effect.Components;
import io.obox.settings.internal.effect.Configurations;
import io.obox.settings.internal.effect.Follower;
import io.obox.settings.internal.effect.Overlay;
import io.obox.settings.internal.secret.Secrets;
import io.obox.settings.internal.store.SettingTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The settings bundle of a node, with real tables. */
public final class SettingsNode implements AutoCloseable {
    /** The settings that there are. */
    public static final String PID = "io.obox.post";

    private static final Definition DEFINITION = new Definition(
            PID,
            "Post",
            List.of(
                    field("host", SettingType.TEXT, ""),
                    new Field("port", "Port", "", SettingType.NUMBER, List.of(), 0L, 65_535L, "25"),
                    new Field("kind", "Kind", "", SettingType.CHOICE, List.of("FAST", "SLOW"), null, null, "FAST"),
                    field("open", SettingType.FLAG, "false"),
                    field("password", SettingType.SECRET, "")));

    public final Overlay overlay = new Overlay();
    public final FakeConfigurations components = new FakeConfigurations(overlay);
    public final RecordedAudit audit = new RecordedAudit();
    public final Follower follower;
    public final StoredSettings settings;

    public SettingsNode(Transactions transactions, String key, Path folder) {
        SettingTable table = new SettingTable(transactions);
        Secrets secrets = new Secrets(key, folder);
        Configurations configurations = new Configurations(components.admin(), overlay);
        follower = new Follower(table, secrets, overlay, configurations, new Components(components.runtime()));
        settings = new StoredSettings(
                transactions,
                table,
                new Definitions(() -> List.of(DEFINITION)),
                configurations,
                secrets,
                new Rules(List.of(new HostRule())),
                new Trace(audit),
                follower);
    }

    private static Field field(String name, SettingType type, String usual) {
        return new Field(name, name, "", type, List.of(), null, null, usual);
    }

    /** What the component has under a name. */
    public Object has(String name) {
        return components.had.getOrDefault(PID, Map.of()).getOrDefault(name, "nothing");
    }

    @Override
    public void close() {
        follower.deactivate();
    }

    /** Only slow post goes to a far host. */
    private static final class HostRule implements SettingsRule {
        @Override
        public String pid() {
            return PID;
        }

        @Override
        public Map<String, Message> faults(SettingValues values) {
            return values.text("host").startsWith("far") && values.text("kind").equals("FAST")
                    ? Map.of("kind", Message.plain("Only slowly."))
                    : Map.of();
        }
    }
}
