package io.tidemark.serve.events;

import io.tidemark.ledger.Versions;
import io.tidemark.serve.jobs.JobView;
import java.util.List;

/// What a business's listeners are told about.
///
/// @param jobs the newest, newest first
record State(Versions versions, List<JobView> jobs) {
    State {
        jobs = List.copyOf(jobs);
    }
}
