package io.obox.user.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a resource method, or a servlet, under {@code /api}. The bundle {@code web} holds every request against it before a
 * body is read; the domain service decides by the caller all the same.
 *
 * <p>Each resource of OBox itself declares it. One of another bundle that does not is for sessions of confirmed accounts alone, and
 * for no API token.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Access {
    /** In place of a scope: API tokens are refused, whatever they are good for. */
    String NO_TOKEN = "";

    /** Whom it serves. */
    Audience to();

    /** Whose things it shows or changes. What lies outside is not found. */
    Whose whose();

    /**
     * The scope that an API token needs, such as {@code vms:read}; sessions have all. Without meaning where it serves anybody.
     */
    String scope() default NO_TOKEN;

    /** What an account may still owe while it calls this; none by default. */
    Pending[] pending() default {};
}
