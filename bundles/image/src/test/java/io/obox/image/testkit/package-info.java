/** Images for tests, of this bundle and of others. */
@org.jspecify.annotations.NullMarked
package io.obox.image.testkit;
