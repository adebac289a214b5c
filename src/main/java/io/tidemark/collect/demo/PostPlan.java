package io.tidemark.collect.demo;

import io.tidemark.metric.Placement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Decides what an account published when, and how each post was to fare.
final class PostPlan {
    private static final Duration YOUNGEST = Duration.ofHours(2);
    private static final double LUCK = 0.7;
    private static final double WARMTH = 0.35;
    private static final double PACE = 0.3;
    private static final double VIRAL = 0.02;
    private static final double BOOST = 2.6;
    /// When an incident befalls the next post, in days before the end.
    private static final int INCIDENT_DAYS_AGO = 75;
    /// Larger audiences do not see proportionally more.
    private static final double AUDIENCE_POWER = 0.85;
    private static final Growth STORY = new Growth(4, 1.0);

    private final Profile profile;
    private final Window window;
    private final Followers followers;
    private final Texts texts;
    private final LivePlatform platform;

    PostPlan(Profile profile, Window window, Followers followers) {
        this.profile = profile;
        this.window = window;
        this.followers = followers;
        texts = new Texts(profile.voice());
        platform = LivePlatform.of(profile.platform());
    }

    /// Oldest first, beginning with posts from before the window.
    List<PlannedPost> posts() {
        List<Slot> slots = slots();
        List<PlannedPost> posts = new ArrayList<>();
        for (int number = 0; number < slots.size(); number++) {
            posts.add(post(slots.get(number), number));
        }
        befall(posts);
        return posts;
    }

    private record Slot(ZonedDateTime time, Style style) {}

    private List<Slot> slots() {
        Dice dice = profile.dice("plan");
        List<Slot> slots = new ArrayList<>();
        LocalDate last = window.end().atZone(Window.ZONE).toLocalDate();
        for (LocalDate day = window.planStart().atZone(Window.ZONE).toLocalDate();
                !day.isAfter(last);
                day = day.plusDays(1)) {
            double share = profile.rhythm().share(day);
            for (Style style : profile.styles()) {
                long count = dice.poisson(style.perWeek() / 7 * share);
                for (long i = 0; i < count; i++) {
                    slots.add(new Slot(day.atTime(profile.rhythm().time(dice)).atZone(Window.ZONE), style));
                }
            }
        }
        Instant end = window.end().minus(YOUNGEST);
        slots.removeIf(slot -> slot.time().toInstant().isAfter(end));
        slots.sort(Comparator.comparing(Slot::time));
        return slots;
    }

    private PlannedPost post(Slot slot, int number) {
        Dice dice = profile.dice("post/" + number);
        Style style = slot.style();
        Instant publishedAt = slot.time().toInstant();
        boolean boosted = style.placement() == Placement.FEED && dice.chance(profile.boosted());
        Growth curve = style.placement() == Placement.STORY ? STORY : profile.growth();
        return new PlannedPost(
                number,
                platform.aliases(style, publishedAt, number),
                style,
                publishedAt,
                texts.write(style, dice),
                platform.url(profile.handle(), style, publishedAt, number),
                boosted,
                shown(slot, dice) * (boosted ? BOOST : 1),
                style.engagement() * dice.factor(WARMTH),
                curve.slowedBy(dice.factor(PACE)),
                Incident.NONE);
    }

    private double shown(Slot slot, Dice dice) {
        Audience audience = profile.audience();
        LocalDate day = slot.time().toLocalDate();
        double growth = Math.pow(followers.at(day) / audience.start(), AUDIENCE_POWER);
        double usual =
                audience.start() * audience.reach() * growth * slot.style().exposure();
        double timing = profile.rhythm().effect(day, slot.time().toLocalTime());
        double viral = dice.chance(VIRAL) ? 1 / Math.sqrt(dice.between(0.01, 0.3)) : 1;
        return usual * timing * dice.factor(LUCK) * viral;
    }

    private void befall(List<PlannedPost> posts) {
        Instant from = window.daysAgo(INCIDENT_DAYS_AGO);
        for (int i = 0; i < posts.size(); i++) {
            PlannedPost post = posts.get(i);
            boolean ordinary =
                    post.style().placement() != Placement.REPLY && post.style().placement() != Placement.STORY;
            if (ordinary && !post.publishedAt().isBefore(from)) {
                posts.set(i, post.with(profile.incident()));
                return;
            }
        }
    }
}
