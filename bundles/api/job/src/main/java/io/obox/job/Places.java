package io.obox.job;

import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/**
 * By this a domain bundle tells the queue which places this node reaches at the moment: the queue gives a job only to a node
 * that reaches all places that the job needs. A bundle-scoped service: what a bundle said holds until it says something else,
 * lets go of the service or stops; a node reaches what any of its bundles says. Whoever says something says it again whenever
 * the service is bound again, because the queue may have been replaced. Thread-safe; returns at once.
 */
@ProviderType
public interface Places {
    /** From now on this node reaches these places, by the word of the calling bundle, and no others by it. */
    void reach(Collection<Place> places);
}
