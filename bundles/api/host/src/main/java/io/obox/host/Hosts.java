package io.obox.host;

import io.obox.user.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The hosts that VMs are placed on. Every user may read them. Thread-safe. */
@ProviderType
public interface Hosts {
    /** All hosts by name. */
    List<Host> list(Caller caller);

    /** One host, or {@code not-found}. */
    Host get(Caller caller, UUID id);

    /**
     * What the hosts with these ids are called, without asking who may see it; those that there are not are left out. A name
     * may be some moments old.
     */
    Map<UUID, String> names(Collection<UUID> ids);
}
