/** What the tests of this tier have in common: bundles of the shipped features in a framework of their own. */
@org.jspecify.annotations.NullMarked
package io.obox.container;
