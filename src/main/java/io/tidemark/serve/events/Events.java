package io.tidemark.serve.events;

import io.tidemark.ledger.User;
import io.tidemark.serve.Records;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.jobs.JobDesk;
import io.tidemark.serve.jobs.JobView;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/// The streams that are open, and what they watch. It stops before the web server does, which waits for its requests:
/// a stream would never end by itself.
final class Events implements SmartLifecycle, Changes.Listener {
    private static final Sentence TOO_MANY = Sentence.of(
            "too_many_streams",
            "Too many streams of events are open, {own} of them yours: close one, or ask GET /api/v1/jobs"
                    + " now and then.");

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final Changes changes;
    private final Records records;
    private final JobDesk desk;
    private final JsonMapper json;
    private final EventPace pace;
    private final Map<Long, Watched> watches = new HashMap<>();
    private final Map<Long, Integer> streamsOfUsers = new HashMap<>();
    private int streams;
    private boolean running;
    private @Nullable AutoCloseable listening;

    Events(Changes changes, Records records, JobDesk desk, JsonMapper json, EventPace pace) {
        this.changes = changes;
        this.records = records;
        this.desk = desk;
        this.json = json;
        this.pace = pace;
    }

    /// A watch and how many listen to it.
    private static final class Watched {
        final Watch watch;
        int listeners;

        Watched(Watch watch) {
            this.watch = watch;
        }
    }

    EventPace pace() {
        return pace;
    }

    /// @return to be given back to [#leave]
    /// @throws ProblemException 429 when there are too many streams already
    synchronized Watch join(User user, long businessId) {
        int own = streamsOfUsers.getOrDefault(user.id(), 0);
        if (!running || streams >= pace.streams() || own >= pace.streamsOfUser()) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too_many_streams",
                            TOO_MANY.said(Map.of("own", Value.count(own))))
                    .exception();
        }
        streams++;
        streamsOfUsers.put(user.id(), own + 1);
        Watched watched = watches.computeIfAbsent(businessId, this::begin);
        watched.listeners++;
        return watched.watch;
    }

    synchronized void leave(User user, long businessId) {
        streams--;
        int own = streamsOfUsers.getOrDefault(user.id(), 0);
        if (own > 1) {
            streamsOfUsers.put(user.id(), own - 1);
        } else {
            streamsOfUsers.remove(user.id());
        }
        Watched watched = watches.get(businessId);
        if (watched != null && --watched.listeners == 0) {
            watched.watch.close();
            watches.remove(businessId);
        }
    }

    synchronized boolean isOpen() {
        return running;
    }

    @Override
    public synchronized void mayHaveChanged(long businessId) {
        Watched watched = watches.get(businessId);
        if (watched != null) {
            watched.watch.hint();
        }
    }

    @Override
    public synchronized void anythingMayHaveChanged() {
        watches.values().forEach(watched -> watched.watch.hint());
    }

    @Override
    public synchronized void start() {
        running = true;
        listening = changes.listen(this);
    }

    @Override
    public synchronized void stop() {
        running = false;
        watches.values().forEach(watched -> watched.watch.close());
        if (listening != null) {
            try {
                listening.close();
            } catch (Exception problem) {
                LOG.warn("Listening for changes could not be ended", problem);
            }
            listening = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    private Watched begin(long businessId) {
        Watch watch = new Watch(businessId, () -> read(businessId), pace.poll());
        Thread.ofVirtual().name("events-" + businessId).start(watch::run);
        return new Watched(watch);
    }

    private State read(long businessId) {
        return new State(
                records.versions(businessId),
                desk.jobs(businessId).stream().map(job -> JobView.of(job, json)).toList());
    }
}
