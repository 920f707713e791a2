package io.obox.ui.internal.contribution;

/**
 * A module for the page to load.
 *
 * @param id tells it from others, and stays when it is replaced
 * @param name what people call it
 * @param sdk the version of the SDK that it needs at least
 * @param module where it is, under an address that changes with its content
 */
public record ContributionDocument(String id, String name, String sdk, String module) {
    static ContributionDocument of(LoadableModule module) {
        return new ContributionDocument(module.id(), module.name(), module.sdk(), module.path());
    }
}
