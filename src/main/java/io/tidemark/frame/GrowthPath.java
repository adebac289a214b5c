package io.tidemark.frame;

/// One count of a post as it grew.
///
/// @param lastAge hours from publication to the last reading that counts
/// @param counts at the knots of the post's platform ([io.tidemark.metric.Growing#knot]), the last of
///     which is the age at which posts count as settled; `NaN` where no readings lie near enough on both
///     sides
public record GrowthPath(double lastAge, float[] counts) {
    /// What the post came to, `NaN` where it was not read about the age at which posts count as settled.
    public float settled() {
        return counts[counts.length - 1];
    }

    /// Whether the count is known at any knot.
    public boolean isKnownAnywhere() {
        for (float count : counts) {
            if (!Float.isNaN(count)) {
                return true;
            }
        }
        return false;
    }
}
