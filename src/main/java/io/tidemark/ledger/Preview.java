package io.tidemark.ledger;

import io.tidemark.frame.Frame;

/// A source as it would stand in the ledger.
///
/// @param frame the business as it would be; to be looked at before the preview ends, since all of it is taken back
/// then
public record Preview(Appended appended, Novelty novelty, Frame frame) {}
