package io.obox.ui.internal.contribution;

import java.util.List;

/**
 * Which page there is, and what belongs into it.
 *
 * @param build tells one build of the page from others
 * @param sdk the version of the SDK that it offers
 */
public record ContributionsDocument(String build, String sdk, List<ContributionDocument> items) {}
