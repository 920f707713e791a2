/** A whole node in one framework: how its parts find each other. */
@org.jspecify.annotations.NullMarked
package io.obox.container.node;
