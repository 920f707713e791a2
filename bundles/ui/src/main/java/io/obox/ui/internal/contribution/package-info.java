/** What bundles add to the page: which modules there are, and their files. */
@org.jspecify.annotations.NullMarked
package io.obox.ui.internal.contribution;
