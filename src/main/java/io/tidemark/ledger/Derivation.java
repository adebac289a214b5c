package io.tidemark.ledger;

/// Computes what follows from the records that changed. Called in the transaction of the append, so that a reader sees
/// both or neither.
@FunctionalInterface
public interface Derivation {
    void derive(Records records, Derived derived);
}
