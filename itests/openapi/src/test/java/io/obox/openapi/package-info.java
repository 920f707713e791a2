/**
 * The OpenAPI document of the REST API. Paths, parameters, bodies and schemas come from the code of the resources; what code
 * does not tell, above all what a {@code Response} holds, is said in {@link io.obox.openapi.Operations}.
 */
@org.jspecify.annotations.NullMarked
package io.obox.openapi;
