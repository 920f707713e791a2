package io.obox.settings.internal.change;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.persistence.Transactions;
import io.obox.problem.FieldValues;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.settings.SettingEvents;
import io.obox.settings.SettingGroup;
import io.obox.settings.Settings;
import io.obox.settings.internal.definition.Definition;
import io.obox.settings.internal.definition.Definitions;
import io.obox.settings.internal.effect.Configurations;
import io.obox.settings.internal.effect.Follower;
import io.obox.settings.internal.message.SettingsMessage;
import io.obox.settings.internal.secret.Secrets;
import io.obox.settings.internal.store.SettingTable;
import io.obox.settings.internal.store.StoredGroup;
import io.obox.settings.internal.store.StoredValue;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Settings as rows of the database. */
@Component(service = {Settings.class, StoredSettings.class})
public final class StoredSettings implements Settings {
    private final Transactions transactions;
    private final SettingTable table;
    private final Definitions definitions;
    private final Configurations configurations;
    private final Secrets secrets;
    private final Rules rules;
    private final Trace trace;
    private final Follower follower;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Events events;

    /** Within the bundle. */
    @Activate
    public StoredSettings(
            @Reference Transactions transactions,
            @Reference SettingTable table,
            @Reference Definitions definitions,
            @Reference Configurations configurations,
            @Reference Secrets secrets,
            @Reference Rules rules,
            @Reference Trace trace,
            @Reference Follower follower) {
        this.transactions = transactions;
        this.table = table;
        this.definitions = definitions;
        this.configurations = configurations;
        this.secrets = secrets;
        this.rules = rules;
        this.trace = trace;
        this.follower = follower;
    }

    @Override
    public List<SettingGroup> list(Caller caller) {
        requireAdmin(caller);
        Map<String, StoredGroup> groups = table.all();
        return definitions.all().stream()
                .map(definition ->
                        standing(definition, groups.getOrDefault(definition.pid(), StoredGroup.none(definition.pid()))))
                .<SettingGroup>map(Standing::document)
                .toList();
    }

    @Override
    public SettingGroup get(Caller caller, String pid) {
        requireAdmin(caller);
        return standing(definition(pid), table.find(pid)).document();
    }

    @Override
    public SettingGroup change(
            Caller caller, String pid, Map<String, @Nullable Object> values, ExpectedVersion expected) {
        requireMayChange(caller, pid);
        Definition definition = definition(pid);
        if (values.isEmpty()) {
            throw FieldValues.refused("/values", SettingsMessage.NOTHING_GIVEN.with());
        }
        return transactions.sql(connection -> changed(caller, definition, new Asked(values), expected));
    }

    private SettingGroup changed(Caller caller, Definition definition, Asked asked, ExpectedVersion expected) {
        String pid = definition.pid();
        Standing before = standing(definition, table.lock(pid));
        expected.check(before.group().version());
        Map<String, @Nullable StoredValue> kept = asked.checked(definition, secrets);
        Standing after = before.with(kept);
        rules.check(pid, after);
        table.write(pid, kept, caller.email());
        trace.changed(caller, before, after, kept.keySet());
        StoredGroup written = table.find(pid);
        transactions.afterCommit(() -> tell(written));
        return standing(definition, written).document();
    }

    private void tell(StoredGroup group) {
        follower.soon();
        Events others = events;
        if (others != null) {
            UUID id = UUID.nameUUIDFromBytes(group.pid().getBytes(StandardCharsets.UTF_8));
            others.publish(Change.changed(SettingEvents.TOPIC, id, Audience.administrators())
                    .version(group.version())
                    .with(SettingEvents.PID, group.pid()));
        }
    }

    private Standing standing(Definition definition, StoredGroup group) {
        return new Standing(definition, group, configurations.said(definition.pid()));
    }

    private Definition definition(String pid) {
        return definitions
                .of(pid)
                .orElseThrow(() -> new ProblemException(Problem.notFound(SettingsMessage.NO_SUCH_GROUP.with(pid))));
    }

    private void requireMayChange(Caller caller, String pid) {
        if (!caller.isAdmin()) {
            trace.refused(caller, pid);
        }
        requireAdmin(caller);
    }

    private static void requireAdmin(Caller caller) {
        if (!caller.isAdmin()) {
            throw new ProblemException(Problem.forbidden(SettingsMessage.ADMINISTRATORS_ONLY.with()));
        }
    }
}
