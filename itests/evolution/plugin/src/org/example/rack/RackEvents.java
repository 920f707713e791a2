package org.example.rack;

import io.obox.event.Attribute;
import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.event.EventListener;
import io.obox.event.Topic;
import io.obox.job.JobEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The events of the plugin, and what it hears of others. */
public final class RackEvents implements EventListener {
    public static final Topic<RackEvents> TOPIC = Topic.of("rack.shelf");
    public static final Attribute<RackEvents, String> NAME = TOPIC.text("name");

    public final List<String> heard = new ArrayList<>();

    static Change<RackEvents> renamed(UUID shelf, String name, UUID owner) {
        return Change.changed(TOPIC, shelf, Audience.owner(owner)).version(2).since(1).with(NAME, name);
    }

    @Override
    public void onEvent(Event event) {
        event.of(TOPIC).ifPresent(change -> heard.add("shelf " + change.value(NAME) + " " + change.action()));
        event.of(JobEvents.TOPIC).ifPresent(change -> heard.add("job " + change.value(JobEvents.STATE)));
    }
}
