package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.insight.Responses;
import io.tidemark.analytics.statistics.FalseDiscovery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the posts of an account say of a candidate.
///
/// @param error of the estimate before it was shrunken
/// @param noise the variance of a post around what is allowed for
/// @param flagged whether the effect may be claimed
record Estimate(Candidate candidate, Shrunken shrunken, double error, double noise, boolean flagged) {
    /// The share of the flagged effects that may be wrong.
    private static final double RATE = 0.10;
    /// A difference of a fifth.
    private static final double WORTH_TELLING = Math.log(1.2);
    /// About what it takes to be flagged.
    private static final double ERRORS_TO_TELL = 3;

    /// Those of all candidates with a contrast, but for those that say the same as others. Hashtags are shrunken and
    /// held to the rate among themselves, and
    /// all else likewise: that reels do well says nothing of how many of fifty hashtags do.
    static List<Estimate> of(Candidates candidates, Responses responses) {
        EffectDesign design = candidates.design();
        EffectModel model = EffectModel.fit(design, responses.logs(), responses.weights());
        Map<Boolean, List<Candidate>> families = candidates.told().stream()
                .filter(candidate -> !candidate.isRedundant(model))
                .collect(Collectors.partitioningBy(candidate -> candidate.kind() == EffectKind.HASHTAG));
        return families.values().stream()
                .flatMap(family -> of(family, model, design.columns()).stream())
                .toList();
    }

    private static List<Estimate> of(List<Candidate> family, EffectModel model, int columns) {
        double[] sizes = new double[family.size()];
        double[] errors = new double[family.size()];
        for (int i = 0; i < sizes.length; i++) {
            double[] contrast = family.get(i).contrastOver(columns);
            sizes[i] = model.estimate(contrast);
            errors[i] = model.error(contrast);
        }
        Shrunken[] shrunken = AdaptiveShrinkage.of(sizes, errors, model.freedom());
        boolean[] flagged = FalseDiscovery.list(
                Arrays.stream(shrunken).mapToDouble(Shrunken::wrongSign).toArray(), RATE);
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            estimates.add(new Estimate(family.get(i), shrunken[i], errors[i], model.noise(), flagged[i]));
        }
        return estimates;
    }

    /// As a share: 0.1 is ten percent more.
    double effect() {
        return Math.expm1(shrunken.mean());
    }

    /// What is not flagged may be nothing.
    List<Double> interval() {
        double low = Math.expm1(shrunken.low());
        double high = Math.expm1(shrunken.high());
        return flagged ? List.of(low, high) : List.of(Math.min(low, 0), Math.max(high, 0));
    }

    /// As how many posts that have it, known for sure but for their noise, the estimate says.
    double effectivePosts() {
        return noise / (error * error);
    }

    /// About how many more posts would show a difference of a fifth; 0 where they would have shown it.
    int missing() {
        double wanted = WORTH_TELLING / ERRORS_TO_TELL;
        double times = error * error / (wanted * wanted);
        int fewer = Math.min(candidate.with(), candidate.without());
        return (int) Math.ceil(Math.max(fewer * (times - 1), 0));
    }
}
