package io.obox.events.internal;

import io.obox.event.Change;
import io.obox.event.Event;
import java.util.UUID;

/** An event on its way. */
record Published(UUID id, Change<?> change) implements Event {}
