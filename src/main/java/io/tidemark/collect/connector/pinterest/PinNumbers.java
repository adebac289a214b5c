package io.tidemark.collect.connector.pinterest;

import io.tidemark.collect.connector.Numbers;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Which of Pinterest's numbers is which metric. Lists and analytics call them by different names.
final class PinNumbers {
    /// Since the pin's creation, as lists tell them.
    private static final Map<String, Metric> LIFETIME = Map.of(
            "impression", Metric.IMPRESSIONS,
            "save", Metric.SAVES,
            "pin_click", Metric.CLICKS,
            "clickthrough", Metric.LINK_CLICKS,
            "reaction", Metric.REACTIONS,
            "comment", Metric.COMMENTS);

    private static final Map<String, Metric> OF_DAYS = Map.of(
            "IMPRESSION", Metric.IMPRESSIONS,
            "SAVE", Metric.SAVES,
            "PIN_CLICK", Metric.CLICKS,
            "OUTBOUND_CLICK", Metric.LINK_CLICKS,
            "ENGAGEMENT", Metric.NATIVE_ENGAGEMENTS);

    /// What the analytics of a pin tell and lists do not.
    private static final Map<String, Metric> OF_PINS = Map.of(
            "USER_FOLLOW", Metric.FOLLOWS,
            "PROFILE_VISIT", Metric.PROFILE_VISITS,
            "VIDEO_MRC_VIEW", Metric.VIDEO_VIEWS,
            "VIDEO_V50_WATCH_TIME", Metric.WATCH_TIME_SECONDS);

    /// Everything that the analytics can be asked for.
    static final Set<String> NAMES = names();

    static final String DAYS = "IMPRESSION,ENGAGEMENT,PIN_CLICK,OUTBOUND_CLICK,SAVE";
    static final String PINS = "USER_FOLLOW,PROFILE_VISIT";
    static final String VIDEOS = "VIDEO_MRC_VIEW,VIDEO_V50_WATCH_TIME";

    private static final double MILLIS = 1000;

    private PinNumbers() {}

    /// Only what counts from the beginning: what Pinterest tells of the last ninety days is no total.
    static MetricValues lifetime(JsonNode pin) {
        return read(LIFETIME, pin.path("pin_metrics").path("lifetime_metrics"));
    }

    static MetricValues ofDay(JsonNode metrics) {
        return read(OF_DAYS, metrics);
    }

    static MetricValues ofPin(JsonNode metrics) {
        return read(OF_PINS, metrics);
    }

    private static MetricValues read(Map<String, Metric> names, JsonNode told) {
        MetricValues.Builder values = MetricValues.builder();
        names.forEach((name, metric) -> Numbers.read(told.path(name))
                .ifPresent(value -> values.put(metric, metric == Metric.WATCH_TIME_SECONDS ? value / MILLIS : value)));
        return values.build();
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>(OF_DAYS.keySet());
        names.addAll(OF_PINS.keySet());
        return Set.copyOf(names);
    }
}
