package io.tidemark.ledger;

import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Platform;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How a business reckons where a question does not say.
///
/// @param fiscalYearStart the month in which its fiscal year begins
/// @param rateBy what engagement rates divide by, on the platforms that leave the shipped default
public record Conventions(Month fiscalYearStart, Engagement engagement, Map<Platform, Denominator> rateBy) {
    public static final Conventions DEFAULT = new Conventions(Month.JANUARY, Engagement.PUBLIC, Map.of());

    public Conventions {
        rateBy = Map.copyOf(rateBy);
    }

    /// As one text, in the order of the platforms.
    String rateByText() {
        return rateBy.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().key() + "=" + entry.getValue().key())
                .collect(Collectors.joining(","));
    }

    static Map<Platform, Denominator> rateBy(String text) {
        Map<Platform, Denominator> rateBy = new EnumMap<>(Platform.class);
        Arrays.stream(text.split(",")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            String[] sides = pair.split("=", 2);
            rateBy.put(
                    Platform.find(sides[0]).orElseThrow(),
                    Denominator.find(sides[1]).orElseThrow());
        });
        return rateBy;
    }
}
