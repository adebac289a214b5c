package io.tidemark.derive;

import io.tidemark.analytics.activity.PostActivity;
import io.tidemark.frame.GrowthPath;
import io.tidemark.ledger.PostGrown;
import io.tidemark.metric.Growing;
import java.util.Map;
import java.util.Optional;

/// What is kept of how a post grew.
final class GrownPosts {
    private GrownPosts() {}

    /// Empty where the post was read only after it had settled, as most are that come in files: that is
    /// what a missing row says.
    static Optional<PostGrown> of(PostStanding post, PostActivity activity) {
        Map<Growing, GrowthPath> paths = activity.growth();
        double settledAt = Growing.settledAt(post.history().platform());
        boolean tells = paths.values().stream().anyMatch(path -> path.lastAge() < settledAt || path.isKnownAnywhere());
        return tells ? Optional.of(new PostGrown(post.history().postId(), paths)) : Optional.empty();
    }
}
