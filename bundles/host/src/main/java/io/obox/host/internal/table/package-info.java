/** The rows of hosts, and what they tell everybody. */
@org.jspecify.annotations.NullMarked
package io.obox.host.internal.table;
