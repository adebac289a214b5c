package io.tidemark.collect.sync.polling;

/// To how many engagements posts of an account come.
public final class TypicalTotal {
    /// Where nothing is known yet of a platform either. It only sets the scale in which first readings teach:
    /// weights are shares of it.
    public static final double UNKNOWN = 20;

    private static final double PSEUDO_POSTS = 5;

    private TypicalTotal() {}

    /// The mean of a log-normal, drawn towards the platform's as by five posts.
    ///
    /// @param settled totals of posts that hardly grow any more
    /// @param ofPlatform what is typical of the platform
    public static double learned(double[] settled, double ofPlatform) {
        if (settled.length == 0) {
            return ofPlatform;
        }
        double mean = 0;
        for (double total : settled) {
            mean += Math.log(total + 0.5) / settled.length;
        }
        double squares = 0;
        for (double total : settled) {
            squares += Math.pow(Math.log(total + 0.5) - mean, 2);
        }
        double variance = settled.length < 2 ? 0 : squares / (settled.length - 1);
        double weight = settled.length / (settled.length + PSEUDO_POSTS);
        return Math.exp(weight * (mean + variance / 2) + (1 - weight) * Math.log(ofPlatform));
    }
}
