package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Map;

/// An answer of another shape than LinkedIn's answers have.
final class Unreadable {
    private static final Sentence MAKES_NO_SENSE =
            Sentence.of("linkedin_makes_no_sense", "LinkedIn's answer makes no sense: {what}.");

    private Unreadable() {}

    static CallFailed of(Sentence what) {
        return new CallFailed(new Fault.Unreadable(MAKES_NO_SENSE.said(Map.of("what", Value.clause(what.said())))));
    }
}
