package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;

/// A call is answered with an error, wherever that was found out.
final class MetaRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    MetaRefusal(Answer answer) {
        super(answer.body(), null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
