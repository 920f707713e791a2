package io.obox.host.access;

import io.obox.provisioner.spi.Observation;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/** A whiteboard service of whoever keeps account of guests. It is told what each host shows. */
@ConsumerType
public interface GuestObserver {
    /**
     * A host is about to be asked. The observer reads what it knows of the host's guests now: what is written while the host
     * answers is newer than what it shows.
     *
     * @return told of all guests of OBox on the host, if it answers
     */
    Consumer<List<Observation>> expect(UUID host);
}
