package io.tidemark.analytics.insight.digest;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.InsightType;
import io.tidemark.analytics.insight.digest.DigestAnswer.BestPost;
import io.tidemark.analytics.insight.feed.FeedEntry;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A digest as a person reads it, in plain text.
public final class DigestText {
    private final DigestAnswer digest;
    private final StringBuilder text = new StringBuilder();

    private DigestText(DigestAnswer digest) {
        this.digest = digest;
    }

    /// Such as `Acme: the week from 2026-11-09 to 2026-11-15`.
    public static String title(DigestAnswer digest) {
        return "%s%s: the week from %s to %s"
                .formatted(
                        digest.demo() ? "[Demonstration] " : "",
                        digest.business(),
                        digest.week().from(),
                        digest.week().to());
    }

    public static String of(DigestAnswer digest) {
        return new DigestText(digest).write();
    }

    private String write() {
        line(title(digest));
        if (digest.demo()) {
            line("These are made-up numbers of a demonstration.");
        }
        line("");
        line(
                switch (digest.state()) {
                    case EVENTFUL -> "What stands out is below.";
                    case CALM -> "A calm week: nothing stands out.";
                    case NO_DATA -> "Nothing was reported for this week, so nothing can be said about it.";
                });
        section("Numbers, against the week before");
        digest.numbers().forEach(number -> line("- " + sentence(number)));
        line("- " + published());
        line("- " + followers());
        findings();
        if (!digest.best().isEmpty()) {
            section("Best posts, by the engagement rate to be expected in the long run");
            digest.best().forEach(post -> line("- " + sentence(post)));
        }
        if (!digest.missing().isEmpty()) {
            section("What is missing");
            digest.missing().forEach(sentence -> line("- " + sentence));
        }
        return text.toString();
    }

    private void section(String title) {
        line("");
        line(title);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /// What says something in full; of what cannot be decided only how much it is.
    private void findings() {
        Map<Boolean, List<Insight>> decided = digest.findings().stream()
                .map(FeedEntry::insight)
                .collect(Collectors.partitioningBy(
                        insight -> insight.evidence().status() != EvidenceStatus.NOT_ENOUGH_DATA));
        List<Insight> telling = decided.getOrDefault(true, List.of());
        List<Insight> undecided = decided.getOrDefault(false, List.of());
        if (telling.isEmpty() && undecided.isEmpty()) {
            return;
        }
        section("Findings (at most %s of all claims are expected to be wrong)".formatted(share(digest.rate())));
        telling.forEach(this::finding);
        long usual = undecided.stream()
                .filter(insight -> insight.type() == InsightType.WITHIN_VARIATION)
                .count();
        if (usual > 0) {
            line("- Numbers that changed no more than they usually do: %d.".formatted(usual));
        }
        if (undecided.size() > usual) {
            line("- Questions that cannot be decided yet: %d.".formatted(undecided.size() - usual));
        }
    }

    private void finding(Insight insight) {
        line("- %s. %s".formatted(insight.title(), insight.text()));
        line("  " + evidence(insight.evidence(), isCount(insight.type())));
    }

    private static String sentence(DigestAnswer.MainNumber number) {
        Double value = number.value();
        if (value == null) {
            return number.name() + ": missing.";
        }
        return "%s: %s%s, %s."
                .formatted(
                        number.name(),
                        count(value),
                        number.provisional() ? " (may still be revised)" : "",
                        change(number));
    }

    private static String change(DigestAnswer.MainNumber number) {
        Double change = number.change();
        Double ratio = number.changeRatio();
        return switch (number.changeStatus()) {
            case OK -> ratio == null ? "not comparable" : signed(ratio * 100) + "%";
            case NEW -> "new: there was none before";
            case SMALL_BASE -> change == null ? "not comparable" : signed(change) + ", from too few for a percentage";
            case INCOMPARABLE -> "not comparable with the week before";
        };
    }

    private String published() {
        Integer previous = digest.published().previous();
        return "Posts published: %d%s."
                .formatted(digest.published().value(), previous == null ? "" : ", the week before " + previous);
    }

    private String followers() {
        Double value = digest.followers().value();
        Double change = digest.followers().netChange();
        return value == null
                ? "Followers: missing."
                : "Followers: %s, %s."
                        .formatted(
                                count(value), change == null ? "how many came or went is not known" : signed(change));
    }

    private String sentence(BestPost post) {
        LocalDate day =
                LocalDate.ofInstant(post.publishedAt(), ZoneId.of(digest.week().timeZone()));
        return "%d. %s of %s on %s, %s (post %d): %s. %s"
                .formatted(
                        post.rank(),
                        post.contentType().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        post.account(),
                        post.platform().title(),
                        day,
                        post.post(),
                        percent(post.score()),
                        best(post.evidence()));
    }

    private static String best(Evidence evidence) {
        return interval(evidence, Kind.SHARE) + basis(evidence);
    }

    private static String evidence(Evidence evidence, boolean isCount) {
        return interval(evidence, isCount ? Kind.COUNT : Kind.CHANGE) + basis(evidence);
    }

    private static String interval(Evidence evidence, Kind kind) {
        Double lo = evidence.lo();
        Double hi = evidence.hi();
        Double level = evidence.level();
        return lo == null || hi == null || level == null
                ? "No interval"
                : "With %s certainty between %s and %s".formatted(share(level), kind.write(lo), kind.write(hi));
    }

    private static String basis(Evidence evidence) {
        return ", from %d %s; %s."
                .formatted(evidence.n(), evidence.n() == 1 ? "item" : "items", status(evidence.status()));
    }

    private static String status(EvidenceStatus status) {
        return switch (status) {
            case OK -> "reliable";
            case PROVISIONAL -> "part may still be revised";
            case WEAK -> "weak, since too little is reported";
            case NOT_ENOUGH_DATA -> "undecided, since the data cannot tell";
            case NOT_PROVIDED -> "not provided by the platform";
        };
    }

    private enum Kind {
        COUNT,
        SHARE,
        CHANGE;

        String write(double number) {
            return switch (this) {
                case COUNT -> count(number);
                case SHARE -> percent(number);
                case CHANGE -> signed(number * 100) + "%";
            };
        }
    }

    private static boolean isCount(InsightType type) {
        return switch (type) {
            case RECORD_DAY, RECORD_WEEK, RECORD_POST -> true;
            default -> false;
        };
    }

    static String unit(Coverage.Unit unit) {
        return switch (unit) {
            case POST -> "posts";
            case ACCOUNT_DAY -> "days of accounts";
            case ACCOUNT -> "accounts";
        };
    }

    private static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String signed(double number) {
        return String.format(Locale.ROOT, "%+,.0f", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share * 100);
    }
}
