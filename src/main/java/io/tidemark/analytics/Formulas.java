package io.tidemark.analytics;

import io.tidemark.metric.Definition;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Engagement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the numbers of an answer mean, by id.
final class Formulas {
    private Formulas() {}

    static Map<String, String> of(Engagement engagement, Map<String, RateAnswer> rates) {
        List<Definition> named = new ArrayList<>(Definitions.given());
        named.add(engagement.definition());
        rates.values().forEach(rate -> Definitions.find(rate.definition()).ifPresent(named::add));
        named.addAll(
                List.of(Definitions.POSTS, Definitions.SUMMED_POST_REACH, Definitions.ACTIVITY, Definitions.CHANGE));
        return Definitions.formulas(named);
    }
}
