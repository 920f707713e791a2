/** The jobs that drive replacements. */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal.job;
