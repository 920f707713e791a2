/** How people get an account, show that its address is theirs, and get another password for it. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.registration;
