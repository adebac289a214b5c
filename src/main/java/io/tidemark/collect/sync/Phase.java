package io.tidemark.collect.sync;

/// A part of what there is to do for an account. It does what is due, says when it will be due again, and lets
/// a failed call through.
interface Phase {
    void run(Run run);
}
