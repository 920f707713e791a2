package org.example.rack.page;

import io.obox.ui.UiContribution;
import io.obox.ui.UiModule;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Shows which rack a VM is in. */
public final class RackPages implements UiContribution {
    private final Bundle bundle;

    public RackPages(BundleContext context) {
        bundle = context.getBundle();
    }

    @Override
    public UiModule module() {
        return UiModule.builder(bundle.getSymbolicName(), "1.0", "rack.js")
                .name("Racks")
                .files("page", bundle.findEntries("page", "*", true))
                .build();
    }
}
