package io.obox.settings.internal.effect;

import io.obox.event.Event;
import io.obox.event.EventListener;
import io.obox.problem.ProblemException;
import io.obox.settings.SettingEvents;
import io.obox.settings.internal.secret.Secrets;
import io.obox.settings.internal.store.SettingTable;
import io.obox.settings.internal.store.StoredGroup;
import io.obox.settings.internal.store.StoredValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what is set, on this node or another: at once where an event tells of it, and every few seconds where it got lost. While
 * the database is away, what was set last stays.
 */
@Component(
        service = {Follower.class, EventListener.class},
        immediate = true,
        property = EventListener.TOPICS + "=settings")
public final class Follower implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final long PERIOD_MILLIS = 2_000;

    private final SettingTable table;
    private final Secrets secrets;
    private final Delivery delivery;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .inheritInheritableThreadLocals(false)
            .daemon()
            .name("obox-settings")
            .factory());
    private volatile boolean followed;
    private volatile List<String> unreadable = List.of();

    /** Within the bundle. */
    @Activate
    public Follower(
            @Reference SettingTable table,
            @Reference Secrets secrets,
            @Reference Overlay overlay,
            @Reference Configurations configurations,
            @Reference Components components) {
        this.table = table;
        this.secrets = secrets;
        delivery = new Delivery(overlay, configurations, components);
        clock.scheduleWithFixedDelay(this::follow, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What was set last stays. */
    @Deactivate
    public void deactivate() {
        clock.shutdown();
    }

    /** Whether this node knows what is set. */
    public boolean followed() {
        return followed;
    }

    /** Secrets that were encrypted by another key than this node has. */
    public List<String> unreadable() {
        return unreadable;
    }

    @Override
    public void onEvent(Event event) {
        event.of(SettingEvents.TOPIC).ifPresent(change -> soon());
    }

    @Override
    public void onLoss() {
        soon();
    }

    /** Something was set just now. */
    public void soon() {
        if (!clock.isShutdown()) {
            clock.execute(this::follow);
        }
    }

    private void follow() {
        try {
            Map<String, StoredGroup> groups = table.all();
            delivery.set(groups, readable(groups));
            followed = true;
        } catch (ProblemException e) {
            LOG.debug("What is set is asked for later", e);
        } catch (RuntimeException e) {
            LOG.error("What is set could not be brought into effect; it is tried again.", e);
        }
    }

    private Map<String, Map<String, String>> readable(Map<String, StoredGroup> groups) {
        Map<String, Map<String, String>> all = new HashMap<>();
        TreeSet<String> dark = new TreeSet<>();
        groups.forEach((pid, group) -> {
            Map<String, String> values = new HashMap<>();
            group.values().forEach((name, value) -> text(pid, name, value, values, dark));
            if (!values.isEmpty()) {
                all.put(pid, values);
            }
        });
        tell(List.copyOf(dark));
        return all;
    }

    private void tell(List<String> dark) {
        if (!dark.equals(unreadable) && !dark.isEmpty()) {
            LOG.warn("{} can't be decrypted with the key of this node, and is not in effect here", dark);
        }
        unreadable = dark;
    }

    private void text(String pid, String name, StoredValue value, Map<String, String> values, TreeSet<String> dark) {
        byte[] sealed = value.sealed();
        if (sealed == null) {
            values.put(name, String.valueOf(value.text()));
        } else {
            secrets.open(pid, name, sealed)
                    .ifPresentOrElse(text -> values.put(name, text), () -> dark.add(pid + "/" + name));
        }
    }
}
