package io.tidemark.collect.file.meta;

import io.tidemark.ledger.Alias;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The short code in the link of an Instagram post. Its first eleven letters are a number in base 64 whose upper bits
/// are the milliseconds since Instagram's own epoch; private posts have more letters, which say nothing of the time.
record InstagramCode(String text) {
    private static final Pattern LINK = Pattern.compile("/(?:p|reel|reels|tv)/([A-Za-z0-9_-]{11,40})");
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int LETTERS = 11;
    private static final int BITS_BELOW_TIME = 23;
    private static final long EPOCH = 1_314_220_021_721L;

    static Optional<InstagramCode> in(String link) {
        Matcher code = LINK.matcher(link);
        return code.find() ? Optional.of(new InstagramCode(code.group(1))) : Optional.empty();
    }

    Alias alias() {
        return new Alias("instagram:shortcode", text);
    }

    /// When the post was created: at its publication, or earlier by as long as its upload took.
    Instant createdAt() {
        long number = 0;
        for (int i = 0; i < LETTERS; i++) {
            number = number << 6 | DIGITS.indexOf(text.charAt(i));
        }
        return Instant.ofEpochMilli((number >>> BITS_BELOW_TIME) + EPOCH);
    }
}
