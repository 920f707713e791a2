/** PostgreSQL and Redis as others run them for OBox: with a standby, and watched by Sentinels. */
@org.jspecify.annotations.NullMarked
package io.obox.product.servers;
