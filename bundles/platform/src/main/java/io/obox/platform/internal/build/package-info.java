/** The builds of bundles that this node keeps, by their content, and which of them stand in the place of others. */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal.build;
