/** Takes records down. */
@org.jspecify.annotations.NullMarked
package io.obox.audit.internal.log;
