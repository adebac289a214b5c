package io.tidemark.collect.alert;

/// A notice did not arrive; the message says why, without secrets.
public final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSent(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
