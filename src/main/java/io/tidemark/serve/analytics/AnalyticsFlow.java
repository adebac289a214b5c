package io.tidemark.serve.analytics;

import io.tidemark.frame.OutdatedFrame;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/// The way of every question: parameters, permission, whether the caller has the answer already, answer.
final class AnalyticsFlow {
    private static final Sentence MOVES_ON = Sentence.of(
            "data_moves_on", "New data arrives faster than the question can be answered: ask again in a few seconds.");

    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsFlow.class);
    private static final int MOST_ATTEMPTS = 5;

    private final Access access;
    private final Unchanged unchanged;
    private final Frames frames;
    private final AnalyticsParameters parser;
    private final Clock clock;

    AnalyticsFlow(Access access, Unchanged unchanged, Frames frames, Clock clock) {
        this.access = access;
        this.unchanged = unchanged;
        this.frames = frames;
        this.clock = clock;
        parser = new AnalyticsParameters(clock);
    }

    /// Answers unless the caller has the answer.
    ///
    /// @param allowed the parameters that mean something to the endpoint
    /// @return null when 304 was answered
    @Nullable
    Object answer(
            User caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Set<String> allowed,
            Function<Asked, Object> compute) {
        Parameters given = Parameters.of(request, allowed);
        Business business = access.business(caller, given.businessId());
        Asked asked = asked(caller, business, given);
        if (unchanged.answered(caller, List.of(business), given, request, response)) {
            return null;
        }
        return compute(asked, compute);
    }

    /// What is read only when it is needed may have moved on since the frame was loaded: then the answer is computed
    /// again, from the frame of the present.
    private static Object compute(Asked asked, Function<Asked, Object> compute) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            try {
                return compute.apply(asked);
            } catch (OutdatedFrame movedOn) {
                LOG.debug("computing again: {}", movedOn.getMessage());
            }
        }
        throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "data_moves_on", MOVES_ON.said())
                .exception();
    }

    /// The question that parameters ask, for endpoints that answer in a form of their own.
    Asked asked(User caller, Business business, Parameters given) {
        Instant asOf = parser.asOf(given, business.zone());
        return new Asked(
                caller,
                business,
                given,
                AnalyticsParameters.query(given, business.conventions()),
                asOf,
                clock.instant(),
                () -> frames.frame(business.id(), asOf));
    }
}
