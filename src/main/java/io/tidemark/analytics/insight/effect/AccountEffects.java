package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.LeftOutPosts;
import java.util.List;

/// What works on one account.
///
/// @param groups one for each kind; none where no post reports the metric
/// @param withoutText how many of the posts looked at have no text that is known; they tell nothing of hashtags, length
///     and what texts do
public record AccountEffects(
        AccountName account,
        EffectConclusion conclusion,
        List<EffectGroup> groups,
        LeftOutPosts leftOut,
        int withoutText) {
    public AccountEffects {
        groups = List.copyOf(groups);
    }
}
