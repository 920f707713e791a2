/** Whether this node lives and whether it can serve, for load balancers and for whoever starts it. */
@org.jspecify.annotations.NullMarked
package io.obox.web.internal.health;
