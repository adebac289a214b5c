package io.tidemark.serve.export;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to be taken out, and how it is to be written down.
///
/// @param byteOrderMark whether CSV begins with one, for spreadsheets that take it for another encoding without
/// @param period the days wanted; null for all
/// @param granularities of summaries; empty for all
/// @param asOf null for the present
/// @param filters as they were given, for the file to say so
record ExportRequest(
        Owner owner,
        Content content,
        ExportFormat format,
        boolean byteOrderMark,
        @Nullable Period period,
        AnalyticsQuery query,
        Set<String> granularities,
        @Nullable Instant asOf,
        Map<String, List<String>> filters) {

    sealed interface Content {
        /// Names the content in a file's name.
        String key();
    }

    record OfDataset(Dataset dataset) implements Content {
        @Override
        public String key() {
            return dataset.key();
        }
    }

    /// The answer of an endpoint.
    ///
    /// @param parts what is wanted of it, as [AnswerParts] reads it; none for all
    record OfView(String view, List<String> parts) implements Content {
        @Override
        public String key() {
            return view.replace('/', '-');
        }
    }

    /// All datasets in one archive.
    record OfEverything() implements Content {
        @Override
        public String key() {
            return "everything";
        }
    }

    String contentType() {
        return content instanceof OfEverything ? "application/zip" : format.contentType();
    }

    /// A name that is safe everywhere: ASCII letters, digits, dots and hyphens.
    ///
    /// @param now the day in the name, in the business's zone
    String fileName(Instant now) {
        return owner.fileName() + content.key() + "-" + now.atZone(owner.zone()).toLocalDate() + "."
                + (content instanceof OfEverything ? "zip" : format.key());
    }
}
