/**
 * The language of the shell: Gogo's, over the commands that whoever entered may use. There is no way in it to a file, a class
 * or a method of an object, so that nothing but those commands can be reached.
 */
@org.jspecify.annotations.NullMarked
package io.obox.shell.internal.language;
