package io.tidemark.collect.file.own;

import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.FormulaGuard;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.words.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One row as the exporter wrote it: texts without the apostrophe against formulas, times in UTC, an empty cell
/// missing.
record OwnLine(Line line) {
    Optional<String> text(String column) {
        return line.text(column).map(FormulaGuard::unguard);
    }

    String required(String column) {
        return text(column).orElseThrow(() -> line.bad(column, Reason.EMPTY_CELL.said()));
    }

    Optional<Instant> time(String column) {
        return text(column).map(text -> instant(column, text));
    }

    private Instant instant(String column, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw line.bad(column, Reason.NO_INSTANT.said());
        }
    }

    Instant requiredTime(String column) {
        return time(column).orElseThrow(() -> line.bad(column, Reason.TIME_MISSING.said()));
    }

    /// Null where nobody said.
    @Nullable
    Boolean flag(String column) {
        return switch (text(column).orElse("")) {
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw line.bad(column, Reason.NO_TRUTH.said());
        };
    }

    OptionalLong number(String column) {
        OptionalDouble number = line.count(column);
        return number.isPresent() ? OptionalLong.of((long) number.getAsDouble()) : OptionalLong.empty();
    }

    Platform platform() {
        String key = required("platform");
        return Platform.find(key).orElseThrow(() -> line.bad("platform", Reason.NO_PLATFORM.said()));
    }

    AccountKey account(Reading reading) {
        AccountKey named = AccountKey.ofHandle(platform(), required("account"));
        return reading.account(Boolean.FALSE.equals(flag("owned")) ? named.tracked() : named);
    }

    /// What is in the columns of metrics, levels left out.
    MetricValues values() {
        MetricValues.Builder values = MetricValues.builder();
        for (Metric metric : Metric.values()) {
            if (metric != Metric.FOLLOWERS) {
                line.decimal(metric.key()).ifPresent(value -> values.put(metric, value));
            }
        }
        return values.build();
    }

    /// `linkedin:share:7300`, of which the scheme is the first two parts.
    Alias alias(String written) {
        int first = written.indexOf(':');
        int second = written.indexOf(':', first + 1);
        if (first < 1 || second < 0 || second == written.length() - 1) {
            throw line.bad("external_ids", Reason.NO_EXTERNAL_ID.said(Map.of("written", Value.name(written))));
        }
        return new Alias(written.substring(0, second), written.substring(second + 1));
    }
}
