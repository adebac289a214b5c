package io.tidemark.analytics.insight.why;

import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.AccountName;
import io.tidemark.frame.FrameAccount;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Adds the parts of a change up by platform, by account and by content type. They are the same parts, so each table
/// adds up to all of the change.
final class GroupTable {
    private static final Platform[] PLATFORMS = Platform.values();
    private static final ContentType[] TYPES = ContentType.values();

    private final View view;
    private final Exposure exposure;
    private final SplitCells cells;
    private final PeriodSums before;
    private final PeriodSums after;
    private final Resampling split;
    private final Findings findings;

    GroupTable(
            View view,
            Exposure exposure,
            SplitCells cells,
            PeriodSums before,
            PeriodSums after,
            Resampling split,
            Findings findings) {
        this.view = view;
        this.exposure = exposure;
        this.cells = cells;
        this.before = before;
        this.after = after;
        this.split = split;
        this.findings = findings;
    }

    WhyAnswer.Groups all() {
        return new WhyAnswer.Groups(
                groups(SplitCells.PLATFORMS, cells.platforms(), Resampling::ofPlatform, this::platform),
                groups(cells.accountCount(), cells.accounts(), Resampling::ofAccount, this::account),
                groups(SplitCells.TYPES, cells.types(), Resampling::ofType, this::type));
    }

    private interface Named {
        GroupAnswer of(int group, Numbers numbers);
    }

    /// @param value null where no post reports
    private record Numbers(
            int posts,
            int previousPosts,
            @Nullable Double value,
            @Nullable Double previous,
            Map<String, Double> effects,
            int statistic) {}

    private List<GroupAnswer> groups(int count, int[] groupOfCell, IntUnaryOperator statistic, Named named) {
        List<GroupAnswer> groups = new ArrayList<>();
        for (int group = 0; group < count; group++) {
            double posts = sum(after.published, groupOfCell, group);
            double previousPosts = sum(before.published, groupOfCell, group);
            if (posts + previousPosts > 0) {
                groups.add(named.of(
                        group,
                        new Numbers(
                                (int) posts,
                                (int) previousPosts,
                                value(after, groupOfCell, group),
                                value(before, groupOfCell, group),
                                effects(groupOfCell, group),
                                statistic.applyAsInt(group))));
            }
        }
        groups.sort(Comparator.comparingDouble((GroupAnswer one) -> -Math.abs(one.change())));
        return groups;
    }

    private static double sum(double[] byCell, int[] groupOfCell, int group) {
        double sum = 0;
        for (int cell = 0; cell < byCell.length; cell++) {
            sum += groupOfCell[cell] == group ? byCell[cell] : 0;
        }
        return sum;
    }

    private @Nullable Double value(PeriodSums sums, int[] groupOfCell, int group) {
        double reporting = sum(sums.reporting, groupOfCell, group);
        double value = sum(sums.values, groupOfCell, group);
        double told = exposure.isRequired() ? value / sum(sums.exposures, groupOfCell, group) : value;
        return reporting == 0 || Double.isNaN(told) ? null : told;
    }

    private Map<String, Double> effects(int[] groupOfCell, int group) {
        Map<String, Double> effects = new LinkedHashMap<>();
        for (Effect effect : Effect.of(exposure.metric())) {
            add(effect, groupOfCell, group, effects);
        }
        if (!exposure.isRequired()) {
            Effect.APART.forEach(effect -> add(effect, groupOfCell, group, effects));
        }
        return effects;
    }

    /// The mixes as one, as among the effects of all.
    private void add(Effect effect, int[] groupOfCell, int group, Map<String, Double> effects) {
        String key = Findings.isMix(effect) ? "mix" : effect.key();
        double part = sum(split.effects()[effect.ordinal()], groupOfCell, group);
        effects.merge(key, part, Double::sum);
    }

    private GroupAnswer platform(int group, Numbers numbers) {
        return answer(PLATFORMS[group], null, null, numbers);
    }

    private GroupAnswer account(int group, Numbers numbers) {
        FrameAccount account = view.frame().accounts().get(group);
        return answer(account.platform(), AccountName.of(account), null, numbers);
    }

    private GroupAnswer type(int group, Numbers numbers) {
        return answer(null, null, TYPES[group], numbers);
    }

    private GroupAnswer answer(
            @Nullable Platform platform, @Nullable AccountName account, @Nullable ContentType type, Numbers numbers) {
        return new GroupAnswer(
                platform,
                account,
                type,
                numbers.posts(),
                numbers.previousPosts(),
                numbers.value(),
                numbers.previous(),
                split.value(numbers.statistic()),
                numbers.effects(),
                findings.evidence(numbers.statistic()));
    }
}
