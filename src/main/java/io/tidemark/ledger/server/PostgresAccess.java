package io.tidemark.ledger.server;

/// Where a database is and how to sign in to it.
public record PostgresAccess(String jdbcUrl, String user, String password) {
    /// The same server and role, another database of it.
    ///
    /// @throws IllegalStateException when the address does not name a database
    public PostgresAccess withDatabase(String name) {
        int slash = jdbcUrl.lastIndexOf('/');
        if (slash < 0 || jdbcUrl.indexOf('?', slash) >= 0) {
            throw new IllegalStateException("not a plain address of a database: " + jdbcUrl);
        }
        return new PostgresAccess(jdbcUrl.substring(0, slash + 1) + name, user, password);
    }

    /// Without the password, so that it cannot reach a log.
    @Override
    public String toString() {
        return "PostgresAccess[" + user + " at " + jdbcUrl + "]";
    }
}
