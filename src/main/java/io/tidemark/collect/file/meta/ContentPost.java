package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Marks;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A post as a row of a content export describes it.
///
/// @param aliases the most telling first; never empty
record ContentPost(List<Alias> aliases, PostKind kind, PostVersion version) {
    private static final Pattern VIDEO_LINK = Pattern.compile("/(?:reel|videos(?:/[^/?]+)??)/(\\d{5,20})");
    private static final Pattern ID_IN_COMMENT = Pattern.compile("\\d{5,20}");
    private static final List<String> BOOSTED =
            List.of("reach from boosted posts", "3-second video views from boosted posts");

    static ContentPost of(Line line, ContentTable table, AccountKey account, Map<String, Double> natives) {
        Optional<InstagramCode> code = InstagramCode.in(link(line)).filter(_ -> table.platform() == Platform.INSTAGRAM);
        List<Alias> aliases = new ArrayList<>();
        id(line, table).ifPresent(id -> aliases.add(new Alias(scheme(table), id)));
        code.map(InstagramCode::alias).ifPresent(aliases::add);
        if (table.platform() == Platform.FACEBOOK) {
            aliases.addAll(videos(line, account));
        }
        if (aliases.isEmpty()) {
            throw line.bad(table.idColumn(), Reason.ID_SHORTENED.said());
        }
        PostKind kind = kind(line, table);
        PostVersion version = new PostVersion(
                        PublishTime.of(line, "publish time", code.map(InstagramCode::createdAt))
                                .orElse(null),
                        kind.placement(),
                        kind.format(),
                        longerText(line),
                        Reading.textOrNull(line, "permalink"),
                        boosted(line, natives),
                        false)
                .marked(new Marks(null, answer(line, "is crosspost").orElse(null)));
        return new ContentPost(aliases, kind, version);
    }

    /// Whether Meta says in the row that it could not describe the post.
    static boolean isUndescribed(Line line, ContentTable table) {
        return line.text("data comment").isPresent()
                && line.text(table.idColumn()).isEmpty();
    }

    String id() {
        return aliases.getFirst().externalId();
    }

    private static String scheme(ContentTable table) {
        return switch (table) {
            case FACEBOOK_POSTS -> "facebook:post";
            case FACEBOOK_VIDEOS -> "facebook:video_asset";
            case INSTAGRAM_BY_USERNAME, INSTAGRAM_BY_ID -> "instagram:post";
        };
    }

    /// Empty where a spreadsheet has shortened the id and the link does not hold it.
    private static Optional<String> id(Line line, ContentTable table) {
        if (isUndescribed(line, table)) {
            Matcher id = ID_IN_COMMENT.matcher(line.cell("data comment").text());
            if (!id.find()) {
                throw line.bad("data comment", Reason.COMMENT_WITHOUT_POST.said());
            }
            return Optional.of(id.group());
        }
        String text = MetaId.withoutPage(line.cell(table.idColumn()).stripped());
        if (MetaId.isShortened(text)) {
            return MetaId.rebuilt(text, link(line));
        }
        if (!MetaId.isWhole(text)) {
            throw line.bad(table.idColumn(), Reason.NO_POST_ID.said());
        }
        return Optional.of(text);
    }

    /// Ids of the video in the post. They are told apart by page, since pages share videos by crossposting; a post that
    /// only shows a video of another is not that other.
    private static List<Alias> videos(Line line, AccountKey account) {
        boolean borrowed = answer(line, "is crosspost").orElse(false)
                || answer(line, "is share").orElse(false);
        Optional<String> page = account.aliases().stream()
                .filter(alias -> alias.scheme().equals("facebook:id"))
                .map(Alias::externalId)
                .findFirst();
        if (borrowed || page.isEmpty()) {
            return List.of();
        }
        Matcher inLink = VIDEO_LINK.matcher(link(line));
        return Stream.of(
                        line.text("universal video id").filter(MetaId::isWhole),
                        line.text("video asset id").filter(MetaId::isWhole),
                        inLink.find() ? Optional.of(inLink.group(1)) : Optional.<String>empty())
                .flatMap(Optional::stream)
                .distinct()
                .map(video -> new Alias("facebook:video", page.get() + "_" + video))
                .toList();
    }

    /// Empty where the column is missing, or holds neither yes nor no.
    private static Optional<Boolean> answer(Line line, String column) {
        return line.text(column).flatMap(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> Optional.of(true);
            case "0", "false", "no" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    private static String link(Line line) {
        return line.cell("permalink").stripped();
    }

    private static PostKind kind(Line line, ContentTable table) {
        if (table == ContentTable.FACEBOOK_VIDEOS) {
            return PostKind.VIDEO;
        }
        boolean stories = line.header().has("sticker taps") || line.header().has("navigation");
        PostKind kind = PostKind.of(line.cell("post type").text());
        return stories && kind.equals(PostKind.UNKNOWN) ? PostKind.of("story") : kind;
    }

    /// The caption stands in the title of some kinds and in the description of others, and may be cut in one of them.
    private static @Nullable String longerText(Line line) {
        String title = Reading.textOrNull(line, "title");
        String description = Reading.textOrNull(line, "description");
        if (title == null || description == null) {
            return title == null ? description : title;
        }
        return title.length() > description.length() ? title : description;
    }

    private static Boosted boosted(Line line, Map<String, Double> natives) {
        List<Double> paid =
                BOOSTED.stream().filter(natives::containsKey).map(natives::get).toList();
        if (line.text("funded content status").isPresent() || paid.stream().anyMatch(value -> value > 0)) {
            return Boosted.YES;
        }
        return natives.containsKey(BOOSTED.getFirst()) ? Boosted.NO : Boosted.UNKNOWN;
    }
}
