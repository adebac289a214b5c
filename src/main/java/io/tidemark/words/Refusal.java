package io.tidemark.words;

/// Something that was asked for and is not done. The sentence says what was wrong and what to do; whoever shows it can
/// tell it in the reader's language.
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Said said;

    public Refusal(Said said) {
        super(said.english());
        this.said = said;
    }

    public final Said said() {
        return said;
    }
}
