/** Accounts: their table, and the service that shows them to other bundles. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.account;
