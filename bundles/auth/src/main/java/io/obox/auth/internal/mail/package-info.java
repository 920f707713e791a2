/** What people get by mail about their accounts. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.mail;
