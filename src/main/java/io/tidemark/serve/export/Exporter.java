package io.tidemark.serve.export;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportTable;
import io.tidemark.serve.export.ExportRequest.OfDataset;
import io.tidemark.serve.export.ExportRequest.OfEverything;
import io.tidemark.serve.export.ExportRequest.OfView;
import io.tidemark.serve.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/// Writes what is asked for to a stream, as it is read, in constant memory. The stream is neither flushed nor closed.
public final class Exporter {
    private final Exports exports;
    private final Clock clock;

    public Exporter(Exports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    /// For those who come without HTTP: the same parameters, by name.
    ///
    /// @throws ProblemException when they are wrong, before anything is written
    /// @throws UncheckedIOException when the stream fails; any other exception comes from where the rows are read
    public void write(Business business, Map<String, String[]> parameters, OutputStream out) {
        write(new ExportParameters(clock).parse(business, parameters), out);
    }

    /// Everything that is written is of one moment.
    ///
    ///
    /// @throws UncheckedIOException when the stream fails; any other exception comes from where the rows are read
    void write(ExportRequest request, OutputStream out) {
        exports.atOneMoment(request.owner().one().id(), moment -> {
            About about = new About(request, moment.versions(), clock.instant());
            try {
                switch (request.content()) {
                    case OfDataset(Dataset dataset) -> dataset(dataset, about, moment, out);
                    case OfEverything() -> everything(about, moment, out);
                    case OfView(String view, List<String> ignored) ->
                        throw new IllegalArgumentException("The view " + view + " is answered by the server only");
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    /// An answer of an endpoint in the format asked for.
    void writeAnswer(ExportRequest request, JsonNode answer, OutputStream out) throws IOException {
        AnswerWriter.write(answer, new About(request, null, clock.instant()), out);
    }

    private void dataset(Dataset dataset, About about, Exports.Moment moment, OutputStream out) throws IOException {
        ExportTable table = dataset.table();
        if (table == null) {
            AnswerWriter.write(Json.mapper().valueToTree(Metadata.of(about)), about, out);
            return;
        }
        RowWriter writer = writer(dataset.columns(), dataset.key(), about, out);
        writer.begin();
        new TableRows(about.request(), moment, clock.instant()).forEach(dataset, table, writer);
        writer.end();
    }

    private void everything(About about, Exports.Moment moment, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        for (Dataset dataset : Dataset.values()) {
            if (dataset.table() != null) {
                zip.putNextEntry(new ZipEntry(
                        dataset.key() + "." + about.request().format().key()));
                dataset(dataset, about, moment, zip);
                zip.closeEntry();
            }
        }
        zip.putNextEntry(new ZipEntry("metadata.json"));
        zip.write(Json.mapper().writeValueAsBytes(Metadata.of(about)));
        zip.closeEntry();
        zip.finish();
    }

    static RowWriter writer(List<ExportColumn> columns, String name, About about, OutputStream out) {
        ExportRequest request = about.request();
        return switch (request.format()) {
            case CSV -> new CsvWriter(out, columns, request.byteOrderMark());
            case JSON -> new JsonWriter(out, columns, about.members());
            case NDJSON -> new NdjsonWriter(out, columns);
            case XLSX -> new XlsxWriter(out, columns, about.sheet(name), about.lines(), XlsxWriter.ROWS_PER_SHEET);
        };
    }
}
