/** A real database for the tests of any bundle, without OSGi. */
@org.jspecify.annotations.NullMarked
package io.obox.persistence.testkit;
