package io.tidemark.derive;

import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.AccountDay;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.PostCurrent;
import io.tidemark.ledger.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Builds the frame of a past instant from the ledger, with the same functions that derive the present.
public final class FramesAsOf {
    private final Ledger ledger;

    public FramesAsOf(Ledger ledger) {
        this.ledger = ledger;
    }

    public Frame read(long businessId, Instant asOf) {
        return ledger.asOf(businessId, asOf, records -> build(records, asOf));
    }

    private static Frame build(Records records, Instant asOf) {
        List<PostCurrent> posts = new ArrayList<>();
        records.forEachPost(change -> CurrentPosts.of(change.after()).ifPresent(posts::add));
        List<AccountDay> days = records.accountDays();
        List<FrameAccount> accounts = accounts(records, posts, days);
        AccountOrdinals ordinals = new AccountOrdinals(accounts);
        Business business = records.business();
        PostFrame frame = posts(business, posts, ordinals);
        return new Frame(
                business.id(),
                records.dataVersion(),
                business.zone(),
                business.weekStart(),
                asOf,
                records.lastCollectedAt(),
                accounts,
                frame,
                days(days, ordinals),
                records.labels(frame));
    }

    private static List<FrameAccount> accounts(Records records, List<PostCurrent> posts, List<AccountDay> days) {
        Set<Long> seen = new HashSet<>();
        posts.forEach(post -> seen.add(post.accountId()));
        days.forEach(day -> seen.add(day.accountId()));
        return records.accounts().stream()
                .filter(account -> seen.contains(account.id()))
                .toList();
    }

    private static PostFrame posts(Business business, List<PostCurrent> posts, AccountOrdinals ordinals) {
        PostFrame.Builder frame = PostFrame.builder(posts.size());
        posts.stream()
                .filter(post -> post.version().publishedAt() != null)
                .sorted(Comparator.comparingLong(FramesAsOf::publishedSecond).thenComparingLong(PostCurrent::postId))
                .forEach(post -> {
                    long second = publishedSecond(post);
                    frame.add(
                            post.postId(),
                            ordinals.of(post.accountId()),
                            second,
                            Instant.ofEpochSecond(second)
                                    .atZone(business.zone())
                                    .toLocalDate(),
                            post.version().contentType(),
                            post.version().boosted(),
                            post.values());
                });
        return frame.build();
    }

    private static DayFrame days(List<AccountDay> days, AccountOrdinals ordinals) {
        DayFrame.Builder frame = DayFrame.builder(days.size());
        days.stream()
                .sorted(Comparator.comparing(AccountDay::day).thenComparingLong(AccountDay::accountId))
                .forEach(day -> frame.add(
                        ordinals.of(day.accountId()),
                        day.day(),
                        day.observedAt().getEpochSecond(),
                        day.values()));
        return frame.build();
    }

    private static long publishedSecond(PostCurrent post) {
        return Objects.requireNonNull(post.version().publishedAt()).getEpochSecond();
    }
}
