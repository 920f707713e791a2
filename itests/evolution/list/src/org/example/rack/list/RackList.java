package org.example.rack.list;

import io.obox.ui.UiContribution;
import io.obox.ui.UiModule;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Lists racks. */
public final class RackList implements UiContribution {
    private final Bundle bundle;

    public RackList(BundleContext context) {
        bundle = context.getBundle();
    }

    @Override
    public UiModule module() {
        return UiModule.builder(bundle.getSymbolicName(), "1.3", "list.js")
                .name("Rack list")
                .files("page", bundle.findEntries("page", "*", true))
                .build();
    }
}
