package io.tidemark.analytics;

import io.tidemark.words.Refusal;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A question that cannot be answered as asked.
public final class BadQuery extends Refusal {
    private static final Sentence NONE_OF =
            Sentence.of("value_none_of", "'{value}' is not a value of {name}; allowed are {allowed}.");
    private static final Sentence NAME_UNKNOWN =
            Sentence.of("name_unknown", "There is no {name} '{value}': there are {there}.");
    private static final Sentence NAME_UNKNOWN_OF_MANY =
            Sentence.of("name_unknown_of_many", "There is no {name} '{value}': there are {there} and {more} more.");
    private static final Sentence NO_NAMES_YET =
            Sentence.of("no_names_yet", "There is no {name} '{value}': there is none yet.");
    private static final Sentence LABEL = Sentence.of("name_of_label", "label");
    private static final Sentence GROUP = Sentence.of("name_of_group", "group");
    private static final Sentence GIVEN_TWICE =
            Sentence.of("value_given_twice", "The parameter {name} may be given once only.");
    private static final Sentence NO_NUMBER =
            Sentence.of("value_no_number", "'{value}' is not a value of {name}: give a positive whole number.");
    private static final Sentence NO_DATE =
            Sentence.of("value_no_date", "'{value}' is not a date; write {name} as YYYY-MM-DD, such as 2026-10-31.");
    private static final Sentence EXCHANGED =
            Sentence.of("dates_exchanged", "The last day, {to}, lies before the first, {from}: exchange the two.");
    private static final Sentence TOO_MANY_ACCOUNTS =
            Sentence.of("accounts_too_many", "Ask about at most {most} accounts at once.");

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_ECHO = 80;
    private static final int MOST_LISTED = 50;

    private final String parameter;
    private final List<String> allowed;

    /// @param parameter the name of the parameter that is wrong, as in the API
    /// @param allowed what it could have been; empty where that is no list
    private BadQuery(String parameter, Said said, List<String> allowed) {
        super(said);
        this.parameter = parameter;
        this.allowed = List.copyOf(allowed);
    }

    public static BadQuery of(String parameter, Said said) {
        return new BadQuery(parameter, said, List.of());
    }

    public static BadQuery noneOf(String parameter, String given, List<String> allowed) {
        return new BadQuery(
                parameter,
                NONE_OF.said(Map.of(
                        "value", echo(given),
                        "name", Value.name(parameter),
                        "allowed", Value.name(String.join(", ", allowed)))),
                allowed);
    }

    /// @param there the labels that the business has
    static BadQuery unknownLabel(String given, List<String> there) {
        return unknownName(LabelTerm.PARAMETER, LABEL, given, there);
    }

    /// @param there the groups that the business has
    static BadQuery unknownGroup(String given, List<String> there) {
        return unknownName("group", GROUP, given, there);
    }

    /// The list of what the business has may be long.
    private static BadQuery unknownName(String parameter, Sentence noun, String given, List<String> there) {
        List<String> some = there.stream().limit(MOST_LISTED).toList();
        Value name = Value.clause(noun.said());
        Value value = echo(given);
        Value list = Value.name(some.stream().map(BadQuery::shortened).collect(Collectors.joining(", ")));
        int more = there.size() - some.size();
        Said said;
        if (there.isEmpty()) {
            said = NO_NAMES_YET.said(Map.of("name", name, "value", value));
        } else if (more == 0) {
            said = NAME_UNKNOWN.said(Map.of("name", name, "value", value, "there", list));
        } else {
            said = NAME_UNKNOWN_OF_MANY.said(
                    Map.of("name", name, "value", value, "there", list, "more", Value.count(more)));
        }
        return new BadQuery(parameter, said, some);
    }

    public static BadQuery givenTwice(String parameter) {
        return of(parameter, GIVEN_TWICE.said(Map.of("name", Value.name(parameter))));
    }

    /// No positive whole number.
    public static BadQuery noNumber(String parameter, String given) {
        return of(parameter, NO_NUMBER.said(Map.of("value", echo(given), "name", Value.name(parameter))));
    }

    public static BadQuery noDate(String parameter, String given) {
        return of(parameter, NO_DATE.said(Map.of("value", echo(given), "name", Value.name(parameter))));
    }

    /// A last day that lies before the first.
    public static BadQuery exchanged(String parameter, LocalDate from, LocalDate to) {
        return of(parameter, EXCHANGED.said(Map.of("from", Value.day(from), "to", Value.day(to))));
    }

    /// More accounts than an answer has room for.
    public static BadQuery tooManyAccounts(int most) {
        return of("account_id", TOO_MANY_ACCOUNTS.said(Map.of("most", Value.count(most))));
    }

    public String parameter() {
        return parameter;
    }

    public List<String> allowed() {
        return allowed;
    }

    /// What was given, as sentences show it.
    public static Value echo(String text) {
        return Value.name(shortened(text));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }
}
