/** How often somebody may try, on all nodes together where Redis is there. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.limit;
