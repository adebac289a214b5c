package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows on their way into one table through COPY, sent in pieces of about a megabyte.
final class CopyBuffer {
    private static final int FLUSH_AT = 1 << 20;

    private final Session session;
    private final String statement;
    private final StringBuilder rows = new StringBuilder();
    private boolean rowOpen;
    private long count;

    CopyBuffer(Session session, String table, String columns) {
        this.session = session;
        this.statement = "copy " + table + " (" + columns + ") from stdin";
    }

    CopyBuffer add(@Nullable String value) {
        separate();
        if (value == null) {
            rows.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    CopyBuffer add(long value) {
        separate();
        rows.append(value);
        return this;
    }

    CopyBuffer add(boolean value) {
        separate();
        rows.append(value ? 't' : 'f');
        return this;
    }

    /// `NaN` is a missing value and becomes null.
    CopyBuffer add(double value) {
        separate();
        if (Double.isNaN(value)) {
            rows.append("\\N");
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            rows.append((long) value);
        } else {
            rows.append(value);
        }
        return this;
    }

    CopyBuffer add(@Nullable Instant value) {
        return add(value == null ? null : value.toString());
    }

    CopyBuffer add(@Nullable LocalDate value) {
        return add(value == null ? null : value.toString());
    }

    CopyBuffer add(MetricValues values, List<Metric> metrics) {
        for (Metric metric : metrics) {
            add(values.orNaN(metric));
        }
        return this;
    }

    void end() {
        rows.append('\n');
        rowOpen = false;
        count++;
        if (rows.length() > FLUSH_AT) {
            flush();
        }
    }

    long count() {
        return count;
    }

    void flush() {
        if (!rows.isEmpty()) {
            session.copyIn(statement, rows);
            rows.setLength(0);
        }
    }

    private void separate() {
        if (rowOpen) {
            rows.append('\t');
        }
        rowOpen = true;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                // PostgreSQL's text cannot hold it.
                case '\0' -> rows.append('\uFFFD');
                default -> rows.append(c);
            }
        }
    }
}
