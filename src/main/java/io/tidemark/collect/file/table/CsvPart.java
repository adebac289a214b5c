package io.tidemark.collect.file.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A text of separated fields, read as a stream.
final class CsvPart implements Part {
    private static final Sentence NO_TABLE_ANY_MORE = Sentence.of(
            "text_ceases_to_be_table",
            "The text stops being a table after row {row} (a quote that is never closed, or text after a closing "
                    + "quote): export the file again.");
    private static final Sentence CODE_PAGE = Sentence.of(
            "text_in_code_page",
            "\"{part}\": The text is not UTF-8 and was read as {charset}, which its letters fit: where titles "
                    + "look wrong, save it as CSV in UTF-8 and import it again.");
    private static final Sentence LINES_IN_QUOTES = Sentence.of(
            "text_lines_in_quotes", "\"{part}\": A spreadsheet put whole lines into quotes; they were read without.");

    private final String name;
    private final Bytes bytes;
    private final TextCheck check;
    private final boolean wrapped;
    private final char separator;
    private final Function<ZoneId, Optional<Instant>> modified;
    private final boolean tolerant;

    CsvPart(String name, Bytes bytes, TextCheck check, Function<ZoneId, Optional<Instant>> modified) {
        this(name, bytes, check, modified, false);
    }

    private CsvPart(
            String name, Bytes bytes, TextCheck check, Function<ZoneId, Optional<Instant>> modified, boolean tolerant) {
        this.name = name;
        this.bytes = bytes;
        this.check = check;
        this.wrapped = WrappedLines.are(check.head());
        this.separator = Separator.of(wrapped ? WrappedLines.unwrapAll(check.head()) : check.head());
        this.modified = modified;
        this.tolerant = tolerant;
    }

    @Override
    public Part tolerant() {
        return new CsvPart(name, bytes, check, modified, true);
    }

    @Override
    public String name() {
        return name;
    }

    /// What had to be assumed to read it.
    List<Said> remarks() {
        List<Said> remarks = new ArrayList<>();
        check.assumed()
                .ifPresent(charset -> remarks.add(
                        CODE_PAGE.said(Map.of("part", Value.name(name), "charset", Value.name(charset.name())))));
        if (wrapped) {
            remarks.add(LINES_IN_QUOTES.said(Map.of("part", Value.name(name))));
        }
        return remarks;
    }

    @Override
    public long size() {
        return check.bytes();
    }

    @Override
    public NumberStyle numberStyle() {
        return separator == ';' ? NumberStyle.COMMA : NumberStyle.POINT;
    }

    @Override
    public Optional<Instant> modifiedAt(ZoneId zoneOfLocalTimes) {
        return modified.apply(zoneOfLocalTimes);
    }

    @Override
    public RowCursor open() {
        try {
            InputStream in = bytes.open();
            in.skipNBytes(check.mark());
            return new Cursor(new Counted(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Cursor implements RowCursor {
        private final Counted counted;
        private final CsvReader<CsvRecord> reader;
        private final CloseableIterator<CsvRecord> records;
        private long number;

        /// The library means to drop the tolerance for quotes some day, and offers nothing in its place so far.
        @SuppressWarnings("removal")
        Cursor(Counted counted) {
            this.counted = counted;
            Reader decoded = new InputStreamReader(
                    counted, check.charset().newDecoder().onMalformedInput(CodingErrorAction.REPORT));
            Reader text = wrapped ? new WrappedLines(decoded) : decoded;
            this.reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .allowUnclosedQuote(false)
                    .allowExtraCharsAfterClosingQuote(tolerant)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text);
            this.records = reader.iterator();
        }

        @Override
        public @Nullable Row next() {
            try {
                if (!records.hasNext()) {
                    return null;
                }
                List<Cell> cells = records.next().getFields().stream()
                        .<Cell>map(Cell.Text::new)
                        .toList();
                return new Row(++number, cells);
            } catch (CsvParseException e) {
                throw new ImportRefused(
                                "damaged_csv",
                                NO_TABLE_ANY_MORE.said(Map.of("row", Value.name(Long.toString(number)))),
                                e)
                        .inPart(name)
                        .at(number + 1);
            }
        }

        @Override
        public long bytesRead() {
            return counted.count;
        }

        @Override
        public void close() {
            try {
                records.close();
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
