package io.tidemark.ledger;

import io.tidemark.language.Language;
import io.tidemark.language.SaidJson;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A sentence as it is kept.
///
/// @param text in English
/// @param said what it is made from, as [SaidJson] writes it; null where that was not kept
public record Told(String text, @Nullable String said) {
    private static final Sentence AS_IT_WAS = Sentence.of("as_it_was_said", "{said}");

    public static Told of(Said said) {
        boolean again = said.sentence().equals(AS_IT_WAS);
        return again && said.values().get("said") instanceof Value.Kept(String text, String from)
                ? new Told(text, from)
                : new Told(said.english(), SaidJson.write(said));
    }

    /// From the columns of that name of a row; null where nothing is said.
    static @Nullable Told read(ResultSet row) throws SQLException {
        @Nullable String text = row.getString("said");
        return text == null ? null : new Told(text, row.getString("said_from"));
    }

    /// To be said once more, perhaps within another sentence.
    public Said again() {
        return AS_IT_WAS.said(Map.of("said", said == null ? Value.quote(text) : new Value.Kept(text, said)));
    }

    public String in(Language language) {
        return language.say(text, said == null ? null : JsonMapper.shared().readTree(said));
    }

    @Override
    public String toString() {
        return text;
    }
}
