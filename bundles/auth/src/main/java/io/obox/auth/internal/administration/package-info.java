/** Administrators see to the accounts of others. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.administration;
