package io.obox.persistence;

/**
 * Where PostgreSQL is to be found. Published as a service by whatever runs one; the setting {@code url} of the persistence
 * bundle has precedence.
 *
 * @param url JDBC address
 * @param user role to log in as
 * @param password its password; never logged
 */
public record DatabaseAddress(String url, String user, String password) {
    @Override
    public String toString() {
        return "DatabaseAddress[" + url + ", " + user + "]";
    }
}
