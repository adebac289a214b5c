package io.tidemark.frame;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.EngagementTerms;
import io.tidemark.metric.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Computes the columns that are made of others, once for a frame.
final class DerivedColumns {
    private static final int TYPES = ContentType.values().length;

    private DerivedColumns() {}

    /// @param columns those of the rows, to which the derived ones are added
    /// @param accounts a row of an account that is not among them has no derived numbers
    static void add(
            @Nullable Column[] columns,
            Rows rows,
            List<FrameAccount> accounts,
            Subject subject,
            IntFunction<ContentType> typeOfRow) {
        for (Measure measure : Measure.derived()) {
            EngagementTerms[] terms = terms(measure, accounts, subject);
            double[] values = new double[rows.size()];
            Arrays.fill(values, Double.NaN);
            boolean any = false;
            for (int row = 0; row < values.length; row++) {
                int cell = rows.account(row) * TYPES + typeOfRow.apply(row).ordinal();
                if (cell < terms.length) {
                    values[row] = terms[cell].sumOrNaN(rows, row);
                    any |= !Double.isNaN(values[row]);
                }
            }
            columns[measure.index()] = any ? Column.of(values) : null;
        }
    }

    private static EngagementTerms[] terms(Measure measure, List<FrameAccount> accounts, Subject subject) {
        EngagementTerms[] terms = new EngagementTerms[accounts.size() * TYPES];
        for (int account = 0; account < accounts.size(); account++) {
            for (ContentType type : ContentType.values()) {
                terms[account * TYPES + type.ordinal()] =
                        measure.terms(accounts.get(account).platform(), subject, type);
            }
        }
        return terms;
    }
}
