package io.obox.shell.internal.command;

import io.obox.settings.Setting;
import io.obox.settings.SettingGroup;
import io.obox.settings.SettingType;
import io.obox.shell.internal.output.Age;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.output.Table;
import io.obox.shell.internal.service.Services;
import io.obox.version.ExpectedVersion;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.service.command.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:settings}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "settings"})
public final class SettingsCommand implements Command {
    private static final String RESET = "reset";
    private static final int WIDEST = 40;

    private static final Syntax SYNTAX = Syntax.of(
                    "settings",
                    "lists what can be set for all nodes, shows the settings under a PID, or changes them; with --"
                            + RESET + " they are again what each node says")
            .then("[pid]")
            .then("[name=value…]")
            .flag(RESET)
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public SettingsCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        List<String> words = invocation.arguments().positions();
        if (words.isEmpty()) {
            list(invocation);
        } else if (words.size() == 1) {
            show(services.settings().get(invocation.caller(), words.getFirst()), invocation);
        } else {
            change(words.getFirst(), words.subList(1, words.size()), invocation);
        }
    }

    private void list(Invocation invocation) throws IOException {
        List<SettingGroup> groups = services.settings().list(invocation.caller());
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), groups.stream());
            return;
        }
        Table table = new Table("PID", "NAME", "VERSION", "CHANGED", "BY");
        groups.forEach(group -> table.row(
                group.pid(),
                group.name(),
                group.version(),
                group.changedAt() == null ? null : Age.of(group.changedAt()),
                group.changedBy()));
        table.print(invocation.out());
    }

    private static void show(SettingGroup group, Invocation invocation) throws IOException {
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), Stream.of(group));
            return;
        }
        Table table = new Table("NAME", "VALUE", "FROM", "MEANING");
        group.settings()
                .forEach(setting -> table.row(
                        setting.name(),
                        value(group, setting),
                        setting.origin().name().toLowerCase(Locale.ROOT),
                        setting.label()));
        table.print(invocation.out());
    }

    private static String value(SettingGroup group, Setting setting) {
        if (setting.type() == SettingType.SECRET) {
            return setting.present() ? "(secret)" : "";
        }
        String text = String.valueOf(group.values().get(setting.name()));
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }

    private void change(String pid, List<String> words, Invocation invocation) throws IOException {
        SettingGroup group = services.settings().get(invocation.caller(), pid);
        boolean reset = invocation.arguments().has(RESET);
        Map<String, @Nullable Object> values = new HashMap<>();
        words.forEach(word -> put(values, group, word, reset));
        show(
                services.settings().change(invocation.caller(), pid, values, ExpectedVersion.of(group.version())),
                invocation);
    }

    private static void put(Map<String, @Nullable Object> values, SettingGroup group, String word, boolean reset) {
        if (reset) {
            values.put(word, null);
            return;
        }
        int equals = word.indexOf('=');
        if (equals < 1) {
            throw SYNTAX.wrong(word + " is not like name=value.");
        }
        String name = word.substring(0, equals);
        values.put(name, typed(group, name, word.substring(equals + 1)));
    }

    /** As the setting takes it; a text that is nothing of the kind is for the settings to refuse. */
    private static Object typed(SettingGroup group, String name, String text) {
        SettingType type = group.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .<SettingType>map(Setting::type)
                .orElse(SettingType.TEXT);
        return switch (type) {
            case NUMBER -> text.matches("-?\\d{1,18}") ? Long.valueOf(text) : text;
            case FLAG -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
            case TEXT, CHOICE, SECRET -> text;
        };
    }
}
