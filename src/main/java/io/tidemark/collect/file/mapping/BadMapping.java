package io.tidemark.collect.file.mapping;

/// A mapping that means nothing, or not one thing. The message is a sentence that says what to change.
public final class BadMapping extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String member;

    BadMapping(String member, String sentence) {
        super(sentence);
        this.member = member;
    }

    /// Where it stands, such as `columns[3].metric`.
    public String member() {
        return member;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
