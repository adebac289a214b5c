package io.tidemark.analytics;

import java.util.List;

/// A question that cannot be answered as asked. The message is one sentence that says what is wrong and what to do.
public final class BadQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_ECHO = 80;
    private static final int MOST_LISTED = 50;

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

    /// A name of something that the business does not have; the list of what it has may be long.
    static BadQuery unknownName(String parameter, String given, List<String> there) {
        List<String> some = there.stream().limit(MOST_LISTED).toList();
        String list = there.isEmpty()
                ? "there is none yet"
                : "there are "
                        + String.join(
                                ", ", some.stream().map(BadQuery::shortened).toList())
                        + (some.size() < there.size() ? " and %d more".formatted(there.size() - some.size()) : "");
        return new BadQuery(parameter, "There is no %s '%s': %s.".formatted(parameter, shortened(given), list), some);
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
