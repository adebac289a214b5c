package io.tidemark.collect.file.linkedin;

import io.tidemark.ledger.Alias;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The id in the address of a post. One post has up to three, of three kinds and with different numbers.
public final class LinkedInLink {
    /// `…/feed/update/urn:li:activity:7306192134921981953` or
    /// `…/posts/page_some-words-activity-7306192134921981953-aBcD`.
    private static final Pattern ID = Pattern.compile(
            "(?:urn(?::|%3A)li(?::|%3A)|[-_])(activity|share|ugcPost)(?::|%3A|-)(\\d{10,19})(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private LinkedInLink() {}

    public static Optional<Alias> alias(String link) {
        Matcher id = ID.matcher(link);
        if (!id.find()) {
            return Optional.empty();
        }
        String kind = id.group(1).toLowerCase(Locale.ROOT);
        return Optional.of(new Alias("linkedin:" + (kind.equals("ugcpost") ? "ugcPost" : kind), id.group(2)));
    }

    /// The upper bits of an id are the milliseconds of its creation.
    public static Instant createdAt(Alias alias) {
        return Instant.ofEpochMilli(Long.parseLong(alias.externalId()) >> 22);
    }
}
