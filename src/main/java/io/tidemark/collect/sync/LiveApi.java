package io.tidemark.collect.sync;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.Credential;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.JsonHttp;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Redaction;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.Secret;
import io.tidemark.words.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Calls in the name of one sign-in: limits and budget are asked first, what is passing is repeated, a token that has
/// run out is renewed once, and an answer that makes no sense is kept for inspection.
final class LiveApi implements Api {
    private static final Sentence EMPTY =
            Sentence.of("answer_empty", "The answer is not what the platform usually says, but empty.");
    private static final Sentence NO_JSON = Sentence.of(
            "answer_no_json", "The answer is not what the platform usually says, but something else than JSON.");

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Connector connector;
    private final Login.@Nullable Place place;
    private final JsonHttp http;
    private final Access access;
    private final Gates gates;
    private final Meter meter;
    private final ClockCheck clockCheck;
    private final Telemetry telemetry;
    private final Redaction redaction;
    private final Clock clock;
    private final Pause pause;
    private final RandomGenerator random;
    private final Keeper keeper;
    private int calls;

    LiveApi(
            Connector connector,
            Login.@Nullable Place place,
            JsonHttp http,
            Access access,
            Gates gates,
            Meter meter,
            ClockCheck clockCheck,
            Telemetry telemetry,
            Redaction redaction,
            Clock clock,
            Pause pause,
            RandomGenerator random,
            Keeper keeper) {
        this.connector = connector;
        this.place = place;
        this.http = http;
        this.access = access;
        this.gates = gates;
        this.meter = meter;
        this.clockCheck = clockCheck;
        this.telemetry = telemetry;
        this.redaction = redaction;
        this.clock = clock;
        this.pause = pause;
        this.random = random;
        this.keeper = keeper;
    }

    /// Takes what is kept of answers; their text holds no tokens.
    interface Keeper {
        /// One that made no sense.
        void unreadable(ApiRequest request, String said, String text);

        /// What came of a call in the end.
        ///
        /// @param target as it was called, with what was posted
        /// @param status 0 where no answer came
        /// @param text of the answer, or why none came
        void answered(ApiRequest request, String target, int status, String text);

        /// A call is about to be made: whoever calls still has the account.
        void calling();
    }

    /// The same sign-in with the same limits once a run has ended: by then the account is given back, and its answers
    /// are kept.
    LiveApi afterRun() {
        return new LiveApi(
                connector,
                place,
                http,
                access,
                gates,
                meter,
                clockCheck,
                telemetry,
                redaction,
                clock,
                pause,
                random,
                new AfterRun(keeper));
    }

    private record AfterRun(Keeper keeper) implements Keeper {
        @Override
        public void answered(ApiRequest request, String target, int status, String text) {}

        @Override
        public void calling() {}

        @Override
        public void unreadable(ApiRequest request, String said, String text) {
            keeper.unreadable(request, said, text);
        }
    }

    int calls() {
        return calls;
    }

    @Override
    public Login.@Nullable Place place() {
        return place;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public JsonNode call(ApiRequest request) {
        return called(request).body();
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        Outcome outcome = called(request);
        return new ApiResponse(request.endpoint(), outcome.status(), outcome.headers(), outcome.body());
    }

    private Outcome called(ApiRequest request) {
        Secret own = request.token();
        Credential credential = own != null ? new Credential.Bearer(own) : access.credential();
        Outcome outcome = repeated(request, credential);
        if (own == null && outcome.fault() instanceof Fault.TokenExpired) {
            outcome = repeated(request, access.renewed(credential));
        }
        Fault fault = outcome.fault();
        keeper.answered(request, redaction.of(request.asked()), outcome.status(), outcome.text());
        if (fault == null) {
            return outcome;
        }
        throw new CallFailed(drawn(request, fault, outcome.text()));
    }

    private Outcome repeated(ApiRequest request, Credential credential) {
        for (int attempt = 1; ; attempt++) {
            gates.check(request.endpoint(), now());
            meter.check(request, now());
            keeper.calling();
            Outcome outcome = attempt(request, credential);
            boolean mayPass = outcome.fault() instanceof Fault.Passing || outcome.fault() instanceof Fault.Unreadable;
            if (!mayPass || attempt == ATTEMPTS) {
                return outcome;
            }
            await(attempt);
        }
    }

    /// Draws what follows of a fault for later calls, and tells it as it stands then.
    private Fault drawn(ApiRequest request, Fault fault, String text) {
        return switch (fault) {
            case Fault.TokenExpired expired -> new Fault.SignInGone(expired.said());
            case Fault.RateLimited limited ->
                new Fault.RateLimited(
                        limited.said(), limited.scope(), gates.limited(limited, request.endpoint(), now()));
            case Fault.QuotaSpent spent -> new Fault.QuotaSpent(spent.said(), gates.spent(spent, now()));
            case Fault.Unreadable unreadable -> {
                keeper.unreadable(request, unreadable.said().english(), text);
                yield unreadable;
            }
            default -> fault;
        };
    }

    /// What came of one attempt.
    ///
    /// @param status 0 where no answer came
    /// @param text of the answer, or why none came, without secrets
    /// @param fault null where there is a body
    private record Outcome(
            @Nullable JsonNode content,
            int status,
            Map<String, List<String>> headers,
            String text,
            @Nullable Fault fault) {
        JsonNode body() {
            if (content == null) {
                throw new IllegalStateException("An answer without content is a fault");
            }
            return content;
        }
    }

    private Outcome attempt(ApiRequest request, Credential credential) {
        calls++;
        redaction.know(credential.token());
        JsonHttp.Answer fetched;
        try {
            fetched = http.send(request, connector.base(place), credential);
        } catch (CallFailed broken) {
            note(request, broken.fault(), List.of());
            return new Outcome(null, 0, Map.of(), broken.fault().said().english(), broken.fault());
        }
        connector.allowances(fetched.response(), now()).forEach(allowance -> gates.note(allowance, now()));
        Fault fault = connector.fault(fetched.response());
        JsonNode body = fetched.response().body();
        if (fault == null && body == null) {
            fault = new Fault.Unreadable((fetched.text().isBlank() ? EMPTY : NO_JSON).said());
        }
        List<String> billed = fault == null ? connector.billed(fetched.response()) : List.of();
        note(request, fault, billed);
        if (fault == null) {
            fault = clockCheck.of(fetched.response(), now()).orElse(null);
        }
        return new Outcome(
                body,
                fetched.response().status(),
                fetched.response().headers(),
                redaction.of(fetched.text()),
                fault == null ? null : redaction.of(fault));
    }

    private void note(ApiRequest request, @Nullable Fault fault, List<String> billed) {
        meter.note(request, fault != null, billed, now());
        telemetry.called(connector.platform(), request.endpoint(), fault);
    }

    /// Twice as long each time, and by chance up to half as long again.
    private void await(int attempt) {
        long millis = FIRST_PAUSE.toMillis() << (attempt - 1);
        try {
            pause.of(Duration.ofMillis(millis + random.nextLong(millis / 2)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CallFailed(new Fault.Passing(Saying.ending()), stopped);
        }
    }
}
