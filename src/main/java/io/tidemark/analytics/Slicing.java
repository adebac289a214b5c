package io.tidemark.analytics;

import io.tidemark.frame.AgedPosts;
import org.jspecify.annotations.Nullable;

/// Cuts the slices of one question.
final class Slicing {
    private final View view;
    private final Period period;
    private final @Nullable Period previous;
    private final PostSelection current;
    private @Nullable ActivitySources sources;

    Slicing(View view, Period period, @Nullable Period previous) {
        this.view = view;
        this.period = period;
        this.previous = previous;
        current = PostSelection.now(view);
    }

    View view() {
        return view;
    }

    /// Looked for when activity is first asked for: readings of selected posts take a while to read.
    ActivitySources sources() {
        ActivitySources known = sources;
        if (known == null) {
            known = new ActivitySources(view, period, previous);
            sources = known;
        }
        return known;
    }

    /// The posts published on the days, as they are now. One younger than its platform's settle lag is provisional.
    PublishedSlice posts(Parts parts, Stretches days) {
        return new PublishedSlice(parts, days, current);
    }

    /// The posts published on the days that have reached an age, with their values at it.
    PublishedSlice aged(Parts parts, Stretches days, AgedPosts posts) {
        return new PublishedSlice(parts, days, PostSelection.aged(view, posts));
    }

    /// What happened on the days.
    ActivitySlice activity(Parts parts, Stretches days) {
        return new ActivitySlice(view, parts, days, sources());
    }
}
