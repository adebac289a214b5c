package io.tidemark.serve.analytics;

import io.tidemark.analytics.Period;
import io.tidemark.analytics.post.PostPage.Position;
import io.tidemark.serve.http.Digests;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.words.Sentence;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// Where the next page of a list begins, as text that callers hand back without looking into it.
///
/// @param query digest of the question: the cursor is good for this question only
/// @param dataVersion of the data at which the page before was made
/// @param period the days of the list: a walk begun before midnight goes on over the same days
/// @param position the last post of the page before
record PostCursor(String query, long dataVersion, Period period, Position position) {
    private static final Sentence OF_OTHER_QUESTION = Sentence.of(
            "cursor_of_other_question",
            "The cursor belongs to another question: repeat the parameters of the page before, or leave"
                    + " cursor out to begin anew.");
    private static final Sentence DAMAGED = Sentence.of(
            "cursor_damaged",
            "The cursor is damaged: hand back next_cursor of the page before as it is, or leave cursor out"
                    + " to begin anew.");

    private static final int BYTES = 8 + 8 + 4 + 4 + 8 + 8 + 8 + 8 + 4;

    /// A page may have another length than the one before; everything else has to be the same question.
    private static final Set<String> NOT_ASKED = Set.of("cursor", "limit");

    static String digest(Parameters given) {
        Map<String, List<String>> asked = new TreeMap<>();
        given.lists().forEach((name, values) -> {
            if (!NOT_ASKED.contains(name) && !values.isEmpty()) {
                asked.put(name, values.stream().sorted().toList());
            }
        });
        return Digests.shortDigest(asked.toString());
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.put(HexFormat.of().parseHex(query));
        bytes.putLong(dataVersion);
        bytes.putInt(Math.toIntExact(period.from().toEpochDay()));
        bytes.putInt(Math.toIntExact(period.to().toEpochDay()));
        bytes.putLong(position.place());
        bytes.putLong(position.second());
        bytes.putLong(position.third());
        bytes.putLong(position.id());
        bytes.putInt(checksum(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @param query digest of the question that is asked
    /// @throws ProblemException 400 when it is damaged or belongs to another question
    static PostCursor parse(String text, String query) {
        PostCursor cursor = read(text);
        if (!cursor.query.equals(query)) {
            throw Parameters.bad("cursor", OF_OTHER_QUESTION.said());
        }
        return cursor;
    }

    /// The days of the list that a cursor goes on with. They are the caller's word: nothing but care keeps them
    /// unchanged.
    ///
    /// @throws ProblemException 400 when it is damaged
    static Period period(String text) {
        return read(text).period;
    }

    private static PostCursor read(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.capacity() != BYTES || bytes.getInt(BYTES - 4) != checksum(bytes.array())) {
                throw damaged();
            }
            byte[] query = new byte[8];
            bytes.get(query);
            return new PostCursor(
                    HexFormat.of().formatHex(query),
                    bytes.getLong(),
                    new Period(LocalDate.ofEpochDay(bytes.getInt()), LocalDate.ofEpochDay(bytes.getInt())),
                    new Position(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException | DateTimeException ignored) {
            throw damaged();
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, BYTES - 4);
        return (int) crc.getValue();
    }

    private static ProblemException damaged() {
        return Parameters.bad("cursor", DAMAGED.said());
    }
}
