package io.tidemark.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What was measured, as Markdown. Every line is printed as soon as it is known.
final class Study {
    private final List<String> lines = new ArrayList<>();

    void title(String title, String... columns) {
        line("");
        line("### " + title);
        line("");
        row((Object[]) columns);
        line("|" + "---|".repeat(columns.length));
    }

    void row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            row.append(' ').append(cell).append(" |");
        }
        line(row.toString());
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    private void line(String line) {
        lines.add(line);
        System.out.println(line);
    }

    static String milliseconds(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f ms" : "%.0f ms", value);
    }

    static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f s", value);
    }

    static String perSecond(double count, double seconds) {
        return String.format(Locale.ROOT, "%,.0f/s", count / seconds);
    }

    static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    /// @param share 0.5 for the median
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(Math.floor(share * sorted.length)))];
    }

    static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
