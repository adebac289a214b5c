package io.tidemark.collect.file.format;

import io.tidemark.words.Sentence;

/// What is said where a row and the id of its post differ about when it was published.
public final class PostTime {
    public static final Sentence ID_TAKEN = Sentence.of(
            "import_id_taken", "{place} says that the post is of {told}, its id says {id}: the id was taken.");
    public static final Sentence DATE_TAKEN = Sentence.of(
            "import_date_taken", "{place} says that the post is of {told}, its id says {id}: the date was taken.");

    private PostTime() {}
}
