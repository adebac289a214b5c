package io.tidemark.ledger;

import io.tidemark.frame.OutdatedFrame;
import io.tidemark.frame.Wording;
import io.tidemark.frame.Wordings;
import io.tidemark.ledger.label.TextTraits;
import java.util.Arrays;
import java.util.List;

/// Reads the texts of some posts of a frame in one stream, of which only what they are like is kept.
///
/// @param dataVersion that the frame was loaded at; the present must still be that, a past instant stays as it was
/// @param scope the present, or the past instant
record WordingReader(Door door, long businessId, long dataVersion, Scope scope) implements Wordings.Reader {
    @Override
    public void read(Wording.Builder wanted) {
        door.readBusiness(businessId, session -> {
            long present = Versions.of(session).data();
            if (!scope.isPast() && present != dataVersion) {
                throw new OutdatedFrame(dataVersion, present);
            }
            List<Long> posts = Arrays.stream(wanted.ids()).boxed().toList();
            session.copyOut(texts(session, posts), row -> add(wanted, row));
            return wanted;
        });
    }

    private static void add(Wording.Builder wanted, BinaryRow row) {
        long post = row.nextLong();
        TextTraits text = TextTraits.of(row.requiredText());
        wanted.post(post, text.length(), text.traits(), text.hashtags());
    }

    /// The query for the posts' ids and texts, where these are known.
    private String texts(Session session, List<Long> posts) {
        Affected affected = new Affected(session);
        if (!scope.isPast()) {
            affected.only(posts.toArray(Long[]::new));
            return """
                    select p.post_id, p.text
                    from affected_post x join post_analytics p on p.business_id = :business and p.post_id = x.post_id
                    where p.text is not null
                    """;
        }
        SamePosts same = SamePosts.of(session, scope, posts);
        affected.only(same.idsOf(posts));
        return """
                select %1$s, (array_agg(v.text order by v.observed_at desc, o.kind desc, o.content_hash desc))[1]
                from affected_post x join post_version v on v.business_id = :business and v.post_id = x.post_id
                    join source o on o.business_id = :business and o.source_id = v.source_id
                    %2$s
                where v.text is not null and %3$s and %4$s
                group by 1
                """.formatted(
                same.canonical("v.post_id"), same.join("v.post_id"), scope.counts(), scope.observedBy("v.observed_at"));
    }
}
