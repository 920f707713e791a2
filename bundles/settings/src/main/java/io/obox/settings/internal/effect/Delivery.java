package io.obox.settings.internal.effect;

import io.obox.settings.internal.store.StoredGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what is set to the components that it is for, and no other. Not thread-safe. */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Overlay overlay;
    private final Configurations configurations;
    private final Components components;

    /** What was given and did not help: those components take their value from elsewhere. */
    private final Map<String, List<String>> vain = new HashMap<>();

    private final Map<String, Long> versions = new HashMap<>();

    Delivery(Overlay overlay, Configurations configurations, Components components) {
        this.overlay = overlay;
        this.configurations = configurations;
        this.components = components;
    }

    /** From now on this is set. */
    void set(Map<String, StoredGroup> groups, Map<String, Map<String, String>> values) {
        Set<String> due = new HashSet<>();
        groups.forEach((pid, group) -> {
            Long before = versions.put(pid, group.version());
            if (before != null && before != group.version()) {
                due.add(pid);
            }
        });
        overlay.lay(values);
        values.keySet().stream().filter(this::missing).forEach(due::add);
        due.forEach(this::give);
    }

    /** Whether a component lacks a value that it was not given in vain before. */
    private boolean missing(String pid) {
        List<String> without = components.without(pid, overlay.of(pid));
        if (without.isEmpty()) {
            vain.remove(pid);
            return false;
        }
        return !without.equals(vain.put(pid, without));
    }

    private void give(String pid) {
        LOG.info("The settings {} are given out again", pid);
        configurations.give(pid);
    }
}
