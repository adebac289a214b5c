package io.tidemark.ledger;

/// Where the owner of the schema connects. The password never shows.
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    @Override
    public String toString() {
        return "DatabaseAddress[" + user + "]";
    }
}
