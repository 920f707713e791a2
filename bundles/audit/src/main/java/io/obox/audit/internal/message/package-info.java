/** The texts of this bundle for people: English, with the codes by which they are found in other languages. */
@org.jspecify.annotations.NullMarked
package io.obox.audit.internal.message;
