package io.tidemark.analytics;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// Reads the public data sets under `uci` in the test resources, row by row.
final class UciData {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private UciData() {}

    static void forEach(String file, char separator, Consumer<NamedCsvRecord> row) {
        try (Reader reader = reader(file);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(reader)) {
            rows.forEach(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An empty cell is a missing value.
    static MetricValues values(NamedCsvRecord row, Map<Metric, String> columns) {
        MetricValues.Builder values = MetricValues.builder();
        columns.forEach((metric, column) -> {
            String cell = row.getField(column);
            if (!cell.isEmpty()) {
                values.put(metric, Double.parseDouble(cell));
            }
        });
        return values.build();
    }

    static double[] column(List<MetricValues> rows, Metric metric) {
        return rows.stream().mapToDouble(row -> row.orNaN(metric)).toArray();
    }

    private static Reader reader(String file) throws IOException {
        InputStream raw = Objects.requireNonNull(UciData.class.getResourceAsStream("/uci/" + file), file);
        InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader text = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }
}
