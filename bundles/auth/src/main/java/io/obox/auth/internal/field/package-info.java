/** What people send: what may stand in its fields. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.field;
