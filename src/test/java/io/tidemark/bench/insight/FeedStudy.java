package io.tidemark.bench.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.analytics.insight.feed.FeedAnswer;
import io.tidemark.analytics.insight.feed.FeedEntry;
import io.tidemark.analytics.insight.feed.NullBusiness;
import io.tidemark.app.FeedRounds;
import io.tidemark.frame.Frame;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How often a feed claims something where there is nothing, and how long it takes.
public final class FeedStudy {
    private static final int ACCOUNTS = 1000;
    private static final int DAYS = 300;
    private static final int POSTS = 240;
    private static final int WARM = 5;
    private static final int RUNS = 15;

    private FeedStudy() {}

    /// @param arguments `claims`, `speed` or `background`; none for all
    public static void main(String[] arguments) {
        String part = arguments.length == 0 ? "all" : arguments[0];
        if (part.equals("all") || part.equals("claims")) {
            claims();
        }
        if (part.equals("all") || part.equals("speed")) {
            speed();
        }
        if (part.equals("all") || part.equals("background")) {
            System.out.println(new FeedRounds(ACCOUNTS).measured());
        }
    }

    private static void claims() {
        int claiming = 0;
        int tested = 0;
        Map<String, Integer> byType = new TreeMap<>();
        for (int seed = 0; seed < ACCOUNTS; seed++) {
            FeedAnswer answer = feed(NullBusiness.of(seed, DAYS, POSTS)).answer();
            tested += answer.leftOut().tested();
            boolean any = false;
            for (FeedEntry entry : answer.insights()) {
                if (entry.claim()) {
                    any = true;
                    byType.merge(entry.insight().type().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
                }
            }
            claiming += any ? 1 : 0;
        }
        System.out.println(
                "| null businesses | statements tested | stated rate | feeds with a false claim | claims by type |");
        System.out.println("|---|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | 10 %% | %.1f %% | %s |%n",
                ACCOUNTS,
                tested,
                100.0 * claiming / ACCOUNTS,
                byType);
    }

    private static void speed() {
        System.out.println("| posts | feed, warm, median | 95th percentile |");
        System.out.println("|---|---|---|");
        for (int posts : new int[] {10_000, 200_000}) {
            Frame frame = NullBusiness.of(1, DAYS, posts);
            double[] took = new double[RUNS];
            for (int run = -WARM; run < RUNS; run++) {
                long start = System.nanoTime();
                feed(frame).answer();
                if (run >= 0) {
                    took[run] = (System.nanoTime() - start) / 1e6;
                }
            }
            Arrays.sort(took);
            System.out.printf(
                    Locale.ROOT, "| %,d | %.1f ms | %.1f ms |%n", posts, took[RUNS / 2], took[(int) (RUNS * 0.95)]);
        }
    }

    private static Feed feed(Frame frame) {
        return Feed.of(frame, AnalyticsQuery.DEFAULT, NullBusiness.NOW);
    }
}
