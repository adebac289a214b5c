package io.tidemark.serve.label;

import io.tidemark.ledger.DuplicateName;
import io.tidemark.ledger.LabelLimit;
import io.tidemark.ledger.User;
import io.tidemark.ledger.label.LabelRule;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.words.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/// What requests about labels have in common.
final class LabelRequests {
    static final int LONGEST_NAME = 100;
    private static final int MOST_RULES_OF_A_LABEL = 50;
    private static final Set<String> RULE = Set.of("type", "value", "whole_words");

    private LabelRequests() {}

    /// The number of the business, which the caller must be a member of.
    static long business(Access access, User caller, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of("business_id"));
        return access.business(caller, parameters.businessId()).id();
    }

    static List<LabelRule> rules(Body body) {
        return body.objects("rules", MOST_RULES_OF_A_LABEL, RULE).stream()
                .map(LabelRequests::rule)
                .distinct()
                .toList();
    }

    private static LabelRule rule(Body rule) {
        LabelRule.Type type =
                rule.oneOf("type", LabelRule.Type::find, LabelRule.Type.keys()).orElseThrow(() -> rule.missing("type"));
        String value = rule.text("value", LabelRule.LONGEST_VALUE).orElseThrow(() -> rule.missing("value"));
        boolean wholeWords = rule.flag("whole_words").orElse(false);
        try {
            return LabelRule.of(type, value, wholeWords);
        } catch (Refusal bad) {
            throw Body.bad(rule.name("value"), bad.said());
        }
    }

    /// Work that may meet a name that is taken, or a limit.
    static <T> T keeping(Supplier<T> work) {
        try {
            return work.get();
        } catch (DuplicateName taken) {
            throw Problem.of(HttpStatus.CONFLICT, "label_exists", taken.said())
                    .with("member", "name")
                    .exception();
        } catch (LabelLimit limit) {
            throw Problem.of(HttpStatus.CONFLICT, "too_many_labels", limit.said())
                    .exception();
        }
    }
}
