package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Posts that an answer leaves out. TikTok tells of public posts alone: one that it leaves out was deleted or is no
/// longer public. Where it tells of none at all, the account itself may be hidden, which makes no post a deleted one.
final class Absent {
    private static final Sentence NOTHING_SHOWN = Sentence.of(
            "tiktok_nothing_shown",
            "TikTok shows no post of {account} at all: the account may be private. Nothing counts as deleted meanwhile.");

    private Absent() {}

    /// Tells those that were asked for and are not among the readings as gone.
    ///
    /// @param showsAny asks whether the account shows any post
    /// @throws CallFailed where it shows none
    static void add(
            Map<String, PostReading> readings, TrackedAccount account, List<PostRef> asked, BooleanSupplier showsAny) {
        if (readings.isEmpty() && !showsAny.getAsBoolean()) {
            throw new CallFailed(new Fault.Passing(NOTHING_SHOWN.said(
                    Map.of("account", Value.name("@" + account.key().handle())))));
        }
        asked.forEach(post -> readings.putIfAbsent(post.externalId(), new PostReading.Gone()));
    }
}
