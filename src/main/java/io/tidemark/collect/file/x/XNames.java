package io.tidemark.collect.file.x;

import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The words of X's exports: English, Japanese and Portuguese, and those of the former Twitter Analytics, which counted
/// the same things under other names.
final class XNames {
    private static final Set<String> POSTS = Set.of("post text", "permalink clicks");
    private static final Set<String> ATTRIBUTES = Set.of("post id", "date", "post text", "post link");
    private static final Set<String> DAYS = Set.of("date", "impressions", "create post");
    private static final Set<String> VIDEO_DAYS = Set.of("date", "video views", "watch time (ms)");
    private static final Set<String> VIDEOS = Set.of("uploaded on", "video id", "views");

    private static final Vocabulary VOCABULARY = new Vocabulary()
            .with("post id", "Tweet id", "ポストID")
            .with("date", "time", "日付", "Data")
            .with("post text", "Tweet text", "ポスト本文", "Texto do post")
            .with("post link", "Link", "Tweet permalink", "ポストのリンク", "Postar link", "Link do post")
            .with("impressions", "インプレッション数", "Impressões")
            .with("likes", "favorites", "いいね", "Curtidas")
            .with("engagements", "エンゲージメント", "Engajamentos")
            .with("bookmarks", "ブックマーク", "Itens salvos")
            .with("shares", "Share", "共有された回数", "Compartilhamentos")
            .with("new follows", "follows", "新しいフォロー", "Novos seguidores")
            .with("replies", "返信", "Respostas")
            .with("reposts", "retweets", "リポスト")
            .with("profile visits", "user profile clicks", "プロフィールへのアクセス数", "Visitas ao perfil")
            .with("detail expands", "詳細のクリック数", "Expansões de detalhes")
            .with("url clicks", "URLのクリック数", "Cliques de URL")
            .with("hashtag clicks", "ハッシュタグのクリック数", "Cliques de hashtag")
            .with("permalink clicks", "パーマリンクのクリック数", "Cliques de link permanente")
            .with("create post", "Tweets published")
            .with("promoted likes", "promoted favorites")
            .with("promoted reposts", "promoted retweets")
            .with("promoted profile visits", "promoted user profile clicks")
            .with("promoted new follows", "promoted follows");

    private XNames() {}

    static Optional<Header> posts(Part part) {
        return Header.find(part, VOCABULARY, XNames::isOfPosts).or(() -> XOrder.posts(part));
    }

    private static boolean isOfPosts(Header header) {
        return header.hasAll(POSTS) && (header.has("post id") || header.has("post link"));
    }

    static Optional<Header> days(Part part) {
        return Header.find(part, VOCABULARY, header -> header.hasAll(DAYS)).or(() -> XOrder.days(part));
    }

    /// The table of days and the table of videos below it.
    static List<Header> videos(Part part) {
        List<Header> tables = Header.all(part, VOCABULARY, header -> isOfVideoDays(header) || header.hasAll(VIDEOS));
        return tables.isEmpty() ? XOrder.videos(part) : tables;
    }

    static boolean isOfVideoDays(Header header) {
        return header.hasAll(VIDEO_DAYS);
    }

    /// Whether a column says something that the numbers do not need: what can be computed from others, or describes.
    static boolean isAttribute(String name) {
        return ATTRIBUTES.contains(name) || name.endsWith("engagement rate");
    }

    /// The English name of a column whose name is known in the language of the file; else the name itself.
    static String canonical(String written) {
        return VOCABULARY.canonical(written);
    }
}
