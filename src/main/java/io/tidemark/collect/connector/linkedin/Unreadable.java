package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;

/// An answer of another shape than LinkedIn's answers have.
final class Unreadable {
    private Unreadable() {}

    static CallFailed of(String what) {
        return new CallFailed(new Fault.Unreadable("LinkedIn's answer makes no sense: " + what + "."));
    }
}
