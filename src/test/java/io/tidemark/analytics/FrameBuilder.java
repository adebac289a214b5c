package io.tidemark.analytics;

import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.Ages;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Growth;
import io.tidemark.frame.Label;
import io.tidemark.frame.Labels;
import io.tidemark.frame.PostDays;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Restatements;
import io.tidemark.frame.Wordings;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Small frames by hand: rows may come in any order.
final class FrameBuilder {
    private final ZoneId zone;
    private final List<FrameAccount> accounts = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<Day> days = new ArrayList<>();
    private final List<Activity> activity = new ArrayList<>();
    private Predicate<LocalDate> imported = day -> false;
    private Predicate<LocalDate> importedFollowers = day -> false;
    private @Nullable Instant asOf;
    private final List<Label> labels = new ArrayList<>();
    private final Map<Long, long[]> carriers = new HashMap<>();
    private Ages ages = Ages.NONE;
    private Consumer<Restatements.Builder> restated = none -> {};
    private PostDays.Reader postDays = posts -> ActivityFrame.NONE;

    private record Post(int account, Instant at, ContentType type, Boosted boosted, MetricValues values) {}

    private record Day(int account, LocalDate day, Instant observedAt, MetricValues values) {}

    private record Activity(
            int account, LocalDate day, ContentType type, boolean estimated, boolean open, MetricValues values) {}

    FrameBuilder(String zone) {
        this.zone = ZoneId.of(zone);
    }

    /// The first account has ordinal 0 and id 1.
    FrameBuilder account(Platform platform) {
        return account(platform, true);
    }

    FrameBuilder account(Platform platform, boolean owned) {
        int id = accounts.size() + 1;
        accounts.add(new FrameAccount(id, platform, "account" + id, "Account " + id, owned));
        return this;
    }

    FrameBuilder asOf(Instant instant) {
        asOf = instant;
        return this;
    }

    FrameBuilder post(int account, String at, ContentType type, MetricValues values) {
        return post(account, at, type, Boosted.NO, values);
    }

    FrameBuilder post(int account, String at, ContentType type, Boosted boosted, MetricValues values) {
        posts.add(new Post(account, Instant.parse(at), type, boosted, values));
        return this;
    }

    /// A day that was observed long after its end.
    FrameBuilder day(int account, String day, MetricValues values) {
        return day(account, day, LocalDate.parse(day).plusDays(10) + "T00:00:00Z", values);
    }

    FrameBuilder day(int account, String day, String observedAt, MetricValues values) {
        days.add(new Day(account, LocalDate.parse(day), Instant.parse(observedAt), values));
        return this;
    }

    /// The same values on every day of a period, settled.
    FrameBuilder days(int account, String from, String to, MetricValues values) {
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .forEach(day -> day(account, day.toString(), values));
        return this;
    }

    /// What happened on an account's posts of a type on a day, known for the whole day.
    FrameBuilder activity(int account, String day, ContentType type, MetricValues values) {
        return activity(account, day, type, false, false, values);
    }

    FrameBuilder activity(
            int account, String day, ContentType type, boolean estimated, boolean open, MetricValues values) {
        activity.add(new Activity(account, LocalDate.parse(day), type, estimated, open, values));
        return this;
    }

    /// The same on every day of a period.
    FrameBuilder activities(int account, String from, String to, ContentType type, MetricValues values) {
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .forEach(day -> activity(account, day.toString(), type, values));
        return this;
    }

    /// On which days export files said something, and how many followers there were.
    FrameBuilder imported(Predicate<LocalDate> any, Predicate<LocalDate> followers) {
        imported = any;
        importedFollowers = followers;
        return this;
    }

    FrameBuilder ages(Ages values) {
        ages = values;
        return this;
    }

    /// What happened on single posts.
    FrameBuilder postDays(PostDays.Reader reader) {
        postDays = reader;
        return this;
    }

    /// What platforms changed; posts are numbered from 1 by their time of publication.
    FrameBuilder restated(Consumer<Restatements.Builder> changes) {
        restated = restated.andThen(changes);
        return this;
    }

    /// A label with the ids of its posts, which are numbered from 1 by their time of publication.
    FrameBuilder label(Label label, long... posts) {
        labels.add(label);
        carriers.put(label.id(), posts);
        return this;
    }

    Frame build() {
        PostFrame.Builder postFrame = PostFrame.builder(posts.size());
        posts.sort(Comparator.comparing(Post::at));
        for (Post post : posts) {
            postFrame.add(
                    posts.indexOf(post) + 1L,
                    post.account(),
                    post.at().getEpochSecond(),
                    post.at().atZone(zone).toLocalDate(),
                    post.type(),
                    post.boosted(),
                    post.values());
        }
        DayFrame.Builder dayFrame = DayFrame.builder(days.size());
        days.sort(Comparator.comparing(Day::day).thenComparingInt(Day::account));
        for (Day day : days) {
            dayFrame.add(day.account(), day.day(), day.observedAt().getEpochSecond(), day.values())
                    .importedAre(imported.test(day.day()), importedFollowers.test(day.day()));
        }
        ActivityFrame.Builder activityFrame = ActivityFrame.builder(activity.size());
        activity.sort(Comparator.comparing(Activity::day)
                .thenComparingInt(Activity::account)
                .thenComparing(Activity::type));
        for (Activity cell : activity) {
            activityFrame.add(
                    cell.account(),
                    cell.day(),
                    cell.type(),
                    cell.estimated() ? 1 : 0,
                    cell.open() ? 1 : 0,
                    cell.values());
            if (imported.test(cell.day())) {
                activityFrame.markImported();
            }
        }
        PostFrame postsOfFrame = postFrame.build();
        Restatements.Builder restatements = new Restatements.Builder(postsOfFrame, accounts, zone);
        restated.accept(restatements);
        return new Frame(
                1,
                42,
                zone,
                DayOfWeek.MONDAY,
                asOf,
                null,
                null,
                accounts,
                postsOfFrame,
                dayFrame.build(),
                Labels.of(labels, carriers, List.of(), postsOfFrame),
                activityFrame.build(),
                ages,
                Growth.NONE,
                new PostDays(postsOfFrame, accounts, postDays),
                Wordings.none(postsOfFrame),
                restatements.build());
    }
}
