package io.tidemark.collect.file.tools;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// A post as a tool tells of it. Tools have one table for all platforms and fill in numbers that a platform does not
/// provide under that name: these are the tool's own, and are kept as such.
final class ToolPost {
    private final String tool;
    private final AccountKey account;
    private final List<Alias> aliases;
    private final PostVersion version;
    private final MetricValues.Builder values = MetricValues.builder();
    private final Map<String, Double> own = new LinkedHashMap<>();

    ToolPost(String tool, AccountKey account, List<Alias> aliases, PostVersion version) {
        this.tool = tool;
        this.account = account;
        this.aliases = aliases;
        this.version = version;
    }

    ToolPost with(Metric metric, OptionalDouble value) {
        boolean provided = Dictionary.provides(account.platform(), Subject.POST, version.contentType(), metric);
        if (!provided) {
            return withOwn(metric.key(), value);
        }
        value.ifPresent(number -> values.put(metric, number));
        return this;
    }

    /// A number of the tool itself.
    ToolPost withOwn(String name, OptionalDouble value) {
        value.ifPresent(number -> own.put(tool + "." + name, number));
        return this;
    }

    List<Observation> observations(Instant observedAt) {
        List<Observation> all = new ArrayList<>();
        all.add(new Observation.OfPost(account, aliases, version, values.build(), observedAt));
        own.forEach((name, number) -> all.add(new Observation.OfBreakdown(
                account, "content", aliases.getFirst().externalId(), name, null, null, number, observedAt)));
        return all;
    }
}
