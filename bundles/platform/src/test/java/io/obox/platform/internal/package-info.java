/** A domain for the tests of the platform: what commands find behind the services that they ask. */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal;
