package io.obox.shell.internal.service;

import io.obox.audit.AuditTrail;
import io.obox.host.Hosts;
import io.obox.image.Images;
import io.obox.job.Jobs;
import io.obox.lifecycle.Replacements;
import io.obox.mail.Mails;
import io.obox.settings.Settings;
import io.obox.user.Authenticator;
import io.obox.user.TokenKeys;
import io.obox.user.Users;
import io.obox.vm.Vms;

/** The services that commands work by. Each throws {@code unavailable} while its bundle is away. */
public interface Services {
    /** The virtual machines. */
    Vms vms();

    /** The jobs. */
    Jobs jobs();

    /** The hosts. */
    Hosts hosts();

    /** The images. */
    Images images();

    /** The accounts. */
    Users users();

    /** The mails. */
    Mails mails();

    /** What people did and tried. */
    AuditTrail audit();

    /** What administrators set for all nodes. */
    Settings settings();

    /** The replacements of bundles. */
    Replacements replacements();

    /** The keys of tokens. */
    TokenKeys keys();

    /** Who somebody is. */
    Authenticator authenticator();
}
