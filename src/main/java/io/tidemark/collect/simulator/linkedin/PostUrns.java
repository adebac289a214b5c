package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of posts: the upper bits of the number are the milliseconds of publication.
final class PostUrns {
    private static final int LOWER_BITS = 22;
    private static final Set<String> UGC_POSTS = Set.of("video", "document", "carousel", "poll");

    private static final Pattern URN = Pattern.compile("urn:li:(?:share|ugcPost):(\\d{1,19})");

    private PostUrns() {}

    record Found(SimulatedAccount account, SimulatedPost post) {}

    static String of(SimulatedPost post) {
        return of(post.kind(), post.publishedAt(), post.number());
    }

    static String of(String kind, Instant publishedAt, int number) {
        long id = publishedAt.toEpochMilli() << LOWER_BITS | number;
        return "urn:li:%s:%d".formatted(UGC_POSTS.contains(kind) ? "ugcPost" : "share", id);
    }

    /// The post that goes by a name, seen or not. Its time is in its name.
    static Optional<Found> find(List<SimulatedAccount> accounts, String urn) {
        Matcher parts = URN.matcher(urn);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Instant millisecond = Instant.ofEpochMilli(Long.parseUnsignedLong(parts.group(1)) >>> LOWER_BITS);
        return accounts.stream()
                .flatMap(account -> account.published(millisecond, millisecond.plusMillis(1)).stream()
                        .filter(post -> of(post).equals(urn))
                        .map(post -> new Found(account, post)))
                .findFirst();
    }
}
