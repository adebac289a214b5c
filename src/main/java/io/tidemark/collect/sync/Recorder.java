package io.tidemark.collect.sync;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Login;
import io.tidemark.ledger.RawResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Records what a connector is asked for in a run and what its platform answers, so that the same can be asked again.
///
/// Time stands still for whoever is recorded: during a call at its beginning, and after it at its last answer. So a
/// replay asks for the same, and its observations are of the same instants.
final class Recorder {
    /// A run that takes more is not recorded.
    private static final long MOST_BYTES = 32L << 20;

    private final Clock clock;
    private final List<RawResponse> answers = new ArrayList<>();
    private List<Came> coming = new ArrayList<>();
    private @Nullable Instant held;
    private int calls;
    private long bytes;

    Recorder(Clock clock) {
        this.clock = clock;
    }

    /// An answer of the call that is being made.
    private record Came(String endpoint, String target, int status, Instant at, byte[] body) {}

    /// Calls in the time of the recording.
    Api api(Api calls) {
        return new Api() {
            @Override
            public JsonNode call(ApiRequest request) {
                return calls.call(request);
            }

            @Override
            public ApiResponse answer(ApiRequest request) {
                return calls.answer(request);
            }

            @Override
            public Login.@Nullable Place place() {
                return calls.place();
            }

            @Override
            public Instant now() {
                return held == null ? present() : held;
            }
        };
    }

    /// Makes a call of a connector, and records it with whatever comes of it.
    <T> T call(Asked asked, Supplier<T> work, Function<T, String> digest) {
        Instant askedAt = present();
        held = askedAt;
        coming = new ArrayList<>();
        String mapped = Mapped.FAILED;
        try {
            T made = work.get();
            mapped = digest.apply(made);
            return made;
        } finally {
            held = coming.isEmpty() ? present() : coming.getLast().at();
            add(asked, askedAt, mapped);
        }
    }

    /// @param target without tokens
    /// @param status 0 where no answer came
    /// @param text without tokens
    void answered(ApiRequest request, String target, int status, String text) {
        if (bytes <= MOST_BYTES) {
            coming.add(new Came(request.endpoint(), target, status, present(), Deflated.of(text)));
        }
    }

    private void add(Asked asked, Instant askedAt, String mapped) {
        String first = asked.text();
        for (Came came : coming) {
            RawResponse answer = new RawResponse(
                    calls,
                    first,
                    askedAt,
                    mapped,
                    came.endpoint(),
                    came.target(),
                    came.status(),
                    came.at(),
                    came.body());
            answers.add(answer);
            bytes += answer.bytes();
            first = null;
        }
        calls++;
    }

    /// All of the run; empty where it is too much to be kept.
    List<RawResponse> answers() {
        return bytes > MOST_BYTES ? List.of() : answers;
    }

    /// As finely as it is stored.
    private Instant present() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
