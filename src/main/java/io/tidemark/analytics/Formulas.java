package io.tidemark.analytics;

import io.tidemark.metric.Definition;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Engagement;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the derived numbers of an answer mean, by id.
final class Formulas {
    private Formulas() {}

    static Map<String, String> of(Engagement engagement, Map<String, RateAnswer> rates) {
        Map<String, String> formulas = new LinkedHashMap<>();
        Definition counted = engagement.definition();
        formulas.put(counted.id(), counted.formula());
        for (RateAnswer rate : rates.values()) {
            Definitions.find(rate.definition())
                    .ifPresent(definition -> formulas.put(definition.id(), definition.formula()));
        }
        return formulas;
    }
}
