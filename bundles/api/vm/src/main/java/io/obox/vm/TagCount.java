package io.obox.vm;

import org.osgi.annotation.versioning.ProviderType;

/** How many VMs have a tag, as they were when they were counted. Immutable. Jackson writes it as the document of REST. */
@ProviderType
public interface TagCount {
    /** The tag, or what those beneath it begin with: {@code prod} also where there is only {@code prod/web}. */
    String tag();

    /** How many VMs have this tag or one beneath it. */
    long vms();

    /** How many VMs have just this tag. */
    long exact();
}
