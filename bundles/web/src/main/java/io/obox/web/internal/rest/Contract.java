package io.obox.web.internal.rest;

import java.util.Set;

/** What the REST contract promises to be there. A test holds it against the OpenAPI document. */
public final class Contract {
    /** Paths, below {@code /api}, of the resources that are part of OBox. */
    public static final Set<String> ROOTS = Set.of(
            "auth",
            "auth/invitation",
            "profile",
            "profile/usage",
            "profile/keys",
            "profile/tokens",
            "profile/second-factor",
            "views",
            "admin/users",
            "admin/usage",
            "admin/audit",
            "admin/mails",
            "admin/mail-templates",
            "admin/settings",
            "vms",
            "vms/bin",
            "vms/presets",
            "vms/tags",
            "images",
            "hosts",
            "jobs",
            "ui/contributions");

    private Contract() {}
}
