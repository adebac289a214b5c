package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import java.util.List;

/// Where the values of a post came from, as JSON. Written by hand: keys and metric names need no escaping.
final class ProvenanceJson {
    private ProvenanceJson() {}

    static String of(List<PostCurrent.Provenance> provenance) {
        StringBuilder json = new StringBuilder(256).append('[');
        for (PostCurrent.Provenance from : provenance) {
            json.append(json.length() > 1 ? "," : "")
                    .append("{\"observed_at\":\"")
                    .append(from.observedAt())
                    .append("\",\"source_id\":")
                    .append(from.sourceId())
                    .append(",\"metrics\":[");
            String separator = "\"";
            for (Metric metric : from.metrics()) {
                json.append(separator).append(metric.key()).append('"');
                separator = ",\"";
            }
            json.append("]}");
        }
        return json.append(']').toString();
    }
}
