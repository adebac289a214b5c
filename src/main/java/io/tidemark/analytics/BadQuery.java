package io.tidemark.analytics;

import java.util.List;

/// A question that cannot be answered as asked. The message is one sentence that says what is wrong and what to do.
public final class BadQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_ECHO = 80;

    private final String parameter;
    private final List<String> allowed;

    /// @param parameter the name of the parameter that is wrong, as in the API
    /// @param allowed what it could have been; empty where that is no list
    public BadQuery(String parameter, String message, List<String> allowed) {
        super(message);
        this.parameter = parameter;
        this.allowed = List.copyOf(allowed);
    }

    static BadQuery of(String parameter, String message) {
        return new BadQuery(parameter, message, List.of());
    }

    static BadQuery noneOf(String parameter, String given, List<String> allowed) {
        String message = "'%s' is not a value of %s; allowed are %s."
                .formatted(shortened(given), parameter, String.join(", ", allowed));
        return new BadQuery(parameter, message, allowed);
    }

    public String parameter() {
        return parameter;
    }

    public List<String> allowed() {
        return allowed;
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }
}
