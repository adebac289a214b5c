package io.tidemark.analytics.insight.digest;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.InsightType;
import io.tidemark.analytics.insight.digest.DigestAnswer.BestPost;
import io.tidemark.analytics.insight.feed.FeedEntry;
import io.tidemark.words.Said;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A digest as a person reads it, in plain text.
public final class DigestText {
    private final DigestAnswer digest;
    private final Function<Said, String> language;
    private final StringBuilder text = new StringBuilder();

    private DigestText(DigestAnswer digest, Function<Said, String> language) {
        this.digest = digest;
        this.language = language;
    }

    /// Such as `Acme: the week from 9 November 2026 to 15 November 2026`.
    public static Said title(DigestAnswer digest) {
        return (digest.demo() ? DigestWords.TITLE_OF_DEMO : DigestWords.TITLE)
                .said(Map.of(
                        "business", Value.name(digest.business()),
                        "from", Value.day(digest.week().from()),
                        "to", Value.day(digest.week().to())));
    }

    /// @param language says a sentence
    public static String of(DigestAnswer digest, Function<Said, String> language) {
        return new DigestText(digest, language).write();
    }

    private String write() {
        line(title(digest));
        if (digest.demo()) {
            line(DigestWords.MADE_UP.said());
        }
        section(
                switch (digest.state()) {
                    case EVENTFUL -> DigestWords.EVENTFUL.said();
                    case CALM -> DigestWords.CALM.said();
                    case NO_DATA -> DigestWords.NO_DATA.said();
                });
        section(DigestWords.NUMBERS.said());
        digest.numbers().forEach(number -> item(sentence(number)));
        item(published());
        item(followers());
        findings();
        if (!digest.best().isEmpty()) {
            section(DigestWords.BEST_POSTS.said());
            digest.best().forEach(post -> item(sentence(post)));
        }
        if (!digest.missing().isEmpty()) {
            section(DigestWords.MISSING.said());
            digest.missing().forEach(this::item);
        }
        return text.toString();
    }

    private void section(Said title) {
        text.append('\n');
        line(title);
    }

    private void item(Said said) {
        text.append("- ");
        line(said);
    }

    private void line(Said said) {
        text.append(language.apply(said)).append('\n');
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
        section(DigestWords.FINDINGS.said(Map.of("rate", Value.percent(digest.rate()))));
        telling.forEach(this::finding);
        long usual = undecided.stream()
                .filter(insight -> insight.type() == InsightType.WITHIN_VARIATION)
                .count();
        if (usual > 0) {
            item(DigestWords.USUAL.said(Map.of("usual", Value.count(usual))));
        }
        if (undecided.size() > usual) {
            item(DigestWords.UNDECIDED.said(Map.of("undecided", Value.count(undecided.size() - usual))));
        }
    }

    private void finding(Insight insight) {
        item(DigestWords.FINDING.said(
                Map.of("title", Value.clause(insight.title()), "text", Value.clause(insight.text()))));
        text.append("  ");
        line(evidence(insight.evidence(), isCount(insight.type()) ? Kind.COUNT : Kind.CHANGE));
    }

    private static Said sentence(DigestAnswer.MainNumber number) {
        Value metric = Value.figure(number.key(), number.name());
        Double value = number.value();
        return value == null
                ? DigestWords.NUMBER_MISSING.said(Map.of("metric", metric))
                : (number.provisional() ? DigestWords.NUMBER_PROVISIONAL : DigestWords.NUMBER)
                        .said(Map.of("metric", metric, "value", Value.count(value), "change", change(number)));
    }

    private static Value change(DigestAnswer.MainNumber number) {
        Double change = number.change();
        Double ratio = number.changeRatio();
        return switch (number.changeStatus()) {
            case OK -> ratio == null ? Value.clause(DigestWords.NOT_COMPARABLE.said()) : Value.signedPercent(ratio);
            case NEW -> Value.clause(DigestWords.NEW.said());
            case SMALL_BASE ->
                Value.clause(
                        change == null
                                ? DigestWords.NOT_COMPARABLE.said()
                                : DigestWords.SMALL_BASE.said(Map.of("change", Value.signedCount(change))));
            case INCOMPARABLE -> Value.clause(DigestWords.INCOMPARABLE.said());
        };
    }

    private Said published() {
        Value posts = Value.count(digest.published().value());
        Integer previous = digest.published().previous();
        return previous == null
                ? DigestWords.PUBLISHED.said(Map.of("posts", posts))
                : DigestWords.PUBLISHED_AND_BEFORE.said(
                        Map.of("posts", posts, "previous", Value.count(previous.longValue())));
    }

    private Said followers() {
        Double value = digest.followers().value();
        Double change = digest.followers().netChange();
        return value == null
                ? DigestWords.FOLLOWERS_MISSING.said()
                : DigestWords.FOLLOWERS.said(Map.of(
                        "value",
                        Value.count(value),
                        "change",
                        change == null
                                ? Value.clause(DigestWords.FOLLOWERS_CHANGE_UNKNOWN.said())
                                : Value.signedCount(change)));
    }

    private Said sentence(BestPost post) {
        LocalDate day =
                LocalDate.ofInstant(post.publishedAt(), ZoneId.of(digest.week().timeZone()));
        Map<String, Value> values = new HashMap<>();
        values.put("rank", Value.count(post.rank()));
        values.put("type", Value.contentType(post.contentType()));
        values.put("account", Value.name(post.account()));
        values.put("platform", Value.platform(post.platform()));
        values.put("day", Value.day(day));
        values.put("post", Value.id(post.post()));
        values.put("rate", Value.percent(post.score(), 1));
        values.put("evidence", Value.clause(evidence(post.evidence(), Kind.SHARE)));
        return DigestWords.BEST_POST.said(values);
    }

    private static Said evidence(Evidence evidence, Kind kind) {
        return DigestWords.EVIDENCE.said(Map.of(
                "interval", Value.clause(interval(evidence, kind)),
                "n", Value.count(evidence.n()),
                "status", Value.clause(status(evidence.status()))));
    }

    private static Said interval(Evidence evidence, Kind kind) {
        Double lo = evidence.lo();
        Double hi = evidence.hi();
        Double level = evidence.level();
        return lo == null || hi == null || level == null
                ? DigestWords.NO_INTERVAL.said()
                : DigestWords.INTERVAL.said(
                        Map.of("level", Value.percent(level), "lo", kind.write(lo), "hi", kind.write(hi)));
    }

    private static Said status(EvidenceStatus status) {
        return switch (status) {
            case OK -> DigestWords.RELIABLE.said();
            case PROVISIONAL -> DigestWords.PROVISIONAL.said();
            case WEAK -> DigestWords.WEAK.said();
            case NOT_ENOUGH_DATA -> DigestWords.NOT_DECIDED.said();
            case NOT_PROVIDED -> DigestWords.NOT_PROVIDED.said();
        };
    }

    private enum Kind {
        COUNT,
        SHARE,
        CHANGE;

        Value write(double number) {
            return switch (this) {
                case COUNT -> Value.count(number);
                case SHARE -> Value.percent(number, 1);
                case CHANGE -> Value.signedPercent(number);
            };
        }
    }

    private static boolean isCount(InsightType type) {
        return switch (type) {
            case RECORD_DAY, RECORD_WEEK, RECORD_POST -> true;
            default -> false;
        };
    }
}
