package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// People's own posts. LinkedIn lists them to nobody, so that only those are read which whoever runs the server has
/// named: by `member-posts.<id of the person>`, addresses or URNs with commas between.
final class MemberPosts {
    private static final String SETTING = "member-posts.";

    private final Map<String, List<ListedPost>> posts = new HashMap<>();

    /// @throws IllegalArgumentException where a setting names what is no post
    MemberPosts(ConnectorSettings settings) {
        settings.values().keySet().stream()
                .filter(setting -> setting.startsWith(SETTING))
                .forEach(setting -> posts.put(
                        "urn:li:person:" + setting.substring(SETTING.length()),
                        listed(setting, settings.list(setting, ""))));
    }

    /// Newest first, as a list of a page's posts is.
    List<ListedPost> of(String member) {
        return posts.getOrDefault(member, List.of());
    }

    private static List<ListedPost> listed(String setting, List<String> named) {
        return named.stream()
                .map(name -> post(setting, name))
                .distinct()
                .sorted(Comparator.comparing(Urn::createdAt).reversed())
                .map(MemberPosts::listed)
                .toList();
    }

    private static Urn post(String setting, String named) {
        return Urn.inLink(named)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The setting %s names %s, which holds no id of a share or a ugcPost: take the urn:li:share:… or urn:li:ugcPost:… that stands in the code of \"Embed this post\"."
                                .formatted(setting, named)));
    }

    /// Text and format are known to LinkedIn and the person alone.
    private static ListedPost listed(Urn urn) {
        PostVersion version = new PostVersion(
                urn.createdAt(), Placement.FEED, Format.UNKNOWN, null, urn.permalink(), Boosted.UNKNOWN, false);
        PostRef ref = new PostRef(urn.toString(), PostKinds.ofMember(urn), urn.createdAt());
        return new ListedPost(ref, List.of(urn.alias()), version, MetricValues.NONE, null);
    }
}
