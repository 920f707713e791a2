/** Memory of answers that are asked for again at once. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.cache;
