package io.obox.settings.internal.change;

import io.obox.message.Message;
import io.obox.problem.FieldError;
import io.obox.settings.SettingValues;
import io.obox.settings.SettingsRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What bundles say of their settings beside their definitions. */
@Component(service = Rules.class)
public final class Rules {
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<SettingsRule> rules = List.of();

    /** Those that there are. */
    @Activate
    public Rules() {}

    /** These alone. */
    public Rules(List<SettingsRule> rules) {
        this.rules = rules;
    }

    /** Refuses what a bundle says can't be. Two versions of a bundle say the same once. */
    void check(String pid, SettingValues values) {
        Map<String, Message> faults = new LinkedHashMap<>();
        rules.stream().filter(rule -> rule.pid().equals(pid)).forEach(rule -> faults.putAll(rule.faults(values)));
        Asked.refuse(faults.entrySet().stream()
                .map(fault -> FieldError.of(Asked.pointer(fault.getKey()), fault.getValue()))
                .toList());
    }
}
