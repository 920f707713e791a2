/** A domain for the tests of the shell: what commands find behind the services that they ask. */
@org.jspecify.annotations.NullMarked
package io.obox.shell.internal;
