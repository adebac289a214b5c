package io.tidemark.ledger;

/// An external name of an account or a post: within its scheme an external id means one thing only, such as
/// `("linkedin:activity", "7300000000000000001")` or `("youtube:handle", "acme")`.
public record Alias(String scheme, String externalId) {
    public Alias {
        if (scheme.isBlank() || externalId.isBlank()) {
            throw new IllegalArgumentException("An alias needs a scheme and an id: " + scheme + " " + externalId);
        }
    }
}
