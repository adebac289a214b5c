package io.tidemark.collect.demo;

import io.tidemark.ledger.Absence;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One account of the demonstration: who follows it, what and when it publishes, how people react, what is read.
///
/// @param rates per time shown: how many react so, or what part counts so
/// @param conditional metrics of posts that the platform provides under conditions which this account meets
/// @param daily metrics of the account's daily facts
/// @param boosted share of posts that money was spent on
record Profile(
        Platform platform,
        String handle,
        Audience audience,
        Growth growth,
        Rhythm rhythm,
        Voice voice,
        List<Style> styles,
        Map<Metric, Double> rates,
        Set<Metric> conditional,
        Set<Metric> daily,
        double boosted,
        Map<Metric, Absence> absences,
        Incident incident,
        Outage outage) {
    Profile {
        styles = List.copyOf(styles);
        rates = Map.copyOf(rates);
        conditional = Set.copyOf(conditional);
        daily = Set.copyOf(daily);
        absences = Map.copyOf(absences);
    }

    AccountKey account() {
        return new AccountKey(
                platform,
                handle,
                DemoBusiness.NAME,
                AccountKey.ofHandle(platform, handle).aliases());
    }

    /// Whether posts of a style are read with this metric.
    boolean collects(Style style, Metric metric) {
        return rates.containsKey(metric)
                && (metric != Metric.LINK_CLICKS || platform == Platform.PINTEREST || links(style))
                && (Dictionary.expects(platform, Subject.POST, style.contentType(), metric)
                        || (conditional.contains(metric)
                                && Dictionary.provides(platform, Subject.POST, style.contentType(), metric)));
    }

    /// Per time shown; 0 where the metric has nothing to do with the style.
    double rate(Style style, Metric metric) {
        return Measure.of(metric) == Measure.MOVING && !style.moves() ? 0 : rates.getOrDefault(metric, 0.0);
    }

    Dice dice(String name) {
        return Dice.named(platform.key() + "/" + name);
    }

    private static boolean links(Style style) {
        return style.format() == Format.LINK || style.placement() == Placement.STORY;
    }
}
