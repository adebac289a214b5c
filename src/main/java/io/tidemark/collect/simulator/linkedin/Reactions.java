package io.tidemark.collect.simulator.linkedin;

import tools.jackson.databind.node.ObjectNode;

/// How reactions divide into kinds: four in five are likes.
final class Reactions {
    private Reactions() {}

    static double likes(double all) {
        return all - Math.floor(all / 5);
    }

    /// A kind of which there is none is left out.
    static void write(ObjectNode summaries, double all) {
        double praise = Math.floor((all - likes(all)) / 2);
        put(summaries, "LIKE", likes(all));
        put(summaries, "PRAISE", praise);
        put(summaries, "EMPATHY", all - likes(all) - praise);
    }

    private static void put(ObjectNode summaries, String kind, double count) {
        if (count > 0) {
            summaries.putObject(kind).put("reactionType", kind).put("count", (long) count);
        }
    }
}
