/** Rules of the architecture that no compiler checks. */
@org.jspecify.annotations.NullMarked
package io.obox.architecture;
