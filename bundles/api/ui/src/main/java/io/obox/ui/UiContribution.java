package io.obox.ui;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a bundle adds to the web page. Registered as a service; what it adds is there for as long as the service is, in pages
 * that are open already too. Where several say the same {@linkplain UiModule#id id}, the one with the highest service ranking
 * is taken.
 */
@ConsumerType
public interface UiContribution {
    /**
     * The module that is loaded, with its files. Asked for once, when the service is registered; every page gets the same. Must
     * not block. What it throws is logged, and the page does without it.
     */
    UiModule module();
}
