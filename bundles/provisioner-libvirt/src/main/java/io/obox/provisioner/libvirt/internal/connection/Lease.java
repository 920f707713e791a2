package io.obox.provisioner.libvirt.internal.connection;

/**
 * What a network's DHCP server gave to a guest.
 *
 * @param mac in lower case
 * @param expiry seconds since 1970, by the host's clock; 0 if it lasts for ever
 */
public record Lease(String mac, String address, long expiry) {}
