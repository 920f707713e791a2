/** The domain services as the shell finds them: each may come and go while the shell is open. */
@org.jspecify.annotations.NullMarked
package io.obox.shell.internal.service;
