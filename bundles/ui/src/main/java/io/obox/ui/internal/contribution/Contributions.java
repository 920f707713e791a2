package io.obox.ui.internal.contribution;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.ui.UiContribution;
import io.obox.ui.UiEvents;
import io.obox.ui.internal.file.ServedFile;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What there is for pages to load at the moment. Open pages are told of each change. */
@Component(service = Contributions.class, immediate = true)
public final class Contributions {
    private static final UUID PAGE = new UUID(0, 0);

    /** By service: the order of services follows their ranking, which may change. */
    private final Map<ServiceReference<UiContribution>, Reading> readings = new ConcurrentHashMap<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Events events;

    /** Nothing is contributed yet. */
    @Activate
    public Contributions() {}

    /** Tells these. */
    Contributions(Events events) {
        this.events = events;
    }

    /** Tells that there may be another page. */
    @Activate
    void begin() {
        tell(PAGE);
    }

    /** Tells it again: while there are two, the former may still have been the one that was asked. */
    @Deactivate
    void end() {
        tell(PAGE);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindContribution(UiContribution contribution, ServiceReference<UiContribution> reference) {
        Reading reading = new Reading(contribution, reference, this::tell);
        readings.put(reference, reading);
        reading.begin();
    }

    /** With another ranking, another one of the same id may be the best. */
    void updatedContribution(UiContribution contribution, ServiceReference<UiContribution> reference) {
        Reading reading = readings.get(reference);
        if (reading != null) {
            reading.module().ifPresent(this::tell);
        }
    }

    void unbindContribution(UiContribution contribution, ServiceReference<UiContribution> reference) {
        Reading reading = readings.remove(reference);
        if (reading != null) {
            reading.end();
            reading.module().ifPresent(this::tell);
        }
    }

    /** One of each id, by id. */
    Collection<LoadableModule> all() {
        return byId().values();
    }

    /** A file of one of them, as long as its content is the one that the hash tells of. */
    Optional<ServedFile> file(String id, String hash, String path) {
        return ranked().filter(module -> module.id().equals(id) && module.hash().equals(hash))
                .findFirst()
                .flatMap(module -> module.file(path));
    }

    private Map<String, LoadableModule> byId() {
        return ranked().collect(
                        Collectors.toMap(LoadableModule::id, Function.identity(), (best, other) -> best, TreeMap::new));
    }

    /** Those that have been read, the best first. */
    private Stream<LoadableModule> ranked() {
        return readings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .flatMap(entry -> entry.getValue().module().stream());
    }

    private void tell(LoadableModule module) {
        tell(UUID.nameUUIDFromBytes(module.id().getBytes(StandardCharsets.UTF_8)));
    }

    private void tell(UUID id) {
        Events target = events;
        if (target != null) {
            target.publish(Change.changed(UiEvents.TOPIC, id, Audience.everyone()));
        }
    }
}
