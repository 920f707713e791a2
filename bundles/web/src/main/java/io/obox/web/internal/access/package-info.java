/** The one place where what operations declare of their access is enforced. */
@org.jspecify.annotations.NullMarked
package io.obox.web.internal.access;
