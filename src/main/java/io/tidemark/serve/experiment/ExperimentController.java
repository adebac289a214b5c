package io.tidemark.serve.experiment;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Filters;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.timing.BestTimes;
import io.tidemark.analytics.insight.timing.BestTimesQuestion;
import io.tidemark.analytics.insight.timing.ExperimentPlan;
import io.tidemark.analytics.insight.timing.PostingTime;
import io.tidemark.analytics.insight.timing.TimingConclusion;
import io.tidemark.analytics.insight.timing.TimingProposal;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.TimingExperiment;
import io.tidemark.ledger.TimingExperiments;
import io.tidemark.ledger.User;
import io.tidemark.serve.analytics.Frames;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.Thing;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The tests of posting times of a business.
@RestController
@RequestMapping("/api/v1/experiments")
final class ExperimentController {
    private static final Sentence RUNNING =
            Sentence.of("experiment_running", "The account tests two times already: stop that test, or let it end.");

    private final Access access;
    private final TimingExperiments experiments;
    private final Frames frames;
    private final JsonMapper json;
    private final Clock clock;

    ExperimentController(Access access, TimingExperiments experiments, Frames frames, JsonMapper json, Clock clock) {
        this.access = access;
        this.experiments = experiments;
        this.frames = frames;
        this.json = json;
        this.clock = clock;
    }

    record Listing(List<ExperimentView> experiments) {}

    @GetMapping
    Listing list(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Parameters given = Parameters.of(request, Set.of("business_id", "account_id"));
        Business business = access.business(caller, given.businessId());
        OptionalLong account = given.one("account_id")
                .map(text -> OptionalLong.of(Parameters.id("account_id", text)))
                .orElse(OptionalLong.empty());
        Frame frame = frames.frame(business.id(), null);
        return new Listing(experiments.all(business.id()).stream()
                .filter(experiment -> account.isEmpty() || account.getAsLong() == experiment.accountId())
                .map(experiment -> view(business, frame, experiment))
                .toList());
    }

    @GetMapping("/{id}")
    ExperimentView one(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Business business = business(caller, request);
        long experiment = Parameters.id("experiment_id", id);
        return experiments
                .find(business.id(), experiment)
                .map(found -> view(business, frames.frame(business.id(), null), found))
                .orElseThrow(() -> Thing.EXPERIMENT.notFound(experiment));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ExperimentView> start(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Business business = business(caller, request);
        ExperimentRequests wanted = ExperimentRequests.of(Body.of(request, json, ExperimentRequests.MEMBERS));
        Frame frame = frames.frame(business.id(), null);
        FrameAccount account = frame.accounts().stream()
                .filter(one -> one.id() == wanted.accountId())
                .findFirst()
                .orElseThrow(() -> ExperimentRequests.noAccount(wanted.accountId()));
        TimingExperiment started = experiments
                .start(
                        business.id(),
                        new TimingExperiments.Wanted(
                                wanted.accountId(),
                                wanted.metric().key(),
                                hour(wanted.first()),
                                hour(wanted.second()),
                                wanted.difference(),
                                ExperimentPlan.postsPerTime(noise(business, frame, wanted), wanted.difference()),
                                account.zone() == null ? frame.zone() : account.zone()))
                .orElseThrow(() -> Problem.of(HttpStatus.CONFLICT, "experiment_running", RUNNING.said())
                        .exception());
        return ResponseEntity.created(
                        URI.create("/api/v1/experiments/" + started.id() + "?business_id=" + business.id()))
                .body(view(business, frame, started));
    }

    @PostMapping("/{id}/stop")
    ExperimentView stop(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Business business = business(caller, request);
        long experiment = Parameters.id("experiment_id", id);
        return experiments
                .end(business.id(), experiment)
                .map(ended -> view(business, frames.frame(business.id(), null), ended))
                .orElseThrow(() -> Thing.EXPERIMENT.notFound(experiment));
    }

    private Business business(User caller, HttpServletRequest request) {
        return access.business(
                caller, Parameters.of(request, Set.of("business_id")).businessId());
    }

    private ExperimentView view(Business business, Frame frame, TimingExperiment experiment) {
        return ExperimentView.of(experiment, frame, query(business), clock.instant());
    }

    /// As far as the account's own posts tell.
    private double noise(Business business, Frame frame, ExperimentRequests wanted) {
        Filters account = new Filters(Set.of(), Set.of(wanted.accountId()), Set.of(), Set.of());
        TimingConclusion conclusion = BestTimes.compute(
                        frame,
                        query(business).with(account),
                        new BestTimesQuestion(wanted.metric(), false),
                        clock.instant())
                .conclusion();
        if (conclusion.status() == EvidenceStatus.NOT_PROVIDED) {
            throw Body.bad("metric", conclusion.text());
        }
        TimingProposal proposal = conclusion.test();
        return proposal == null ? ExperimentPlan.USUAL_NOISE : proposal.noise();
    }

    private static AnalyticsQuery query(Business business) {
        return AnalyticsQuery.by(
                business.conventions().engagement(), business.conventions().rateBy());
    }

    private static TimingExperiment.Hour hour(PostingTime time) {
        return new TimingExperiment.Hour(time.weekday(), time.hour());
    }
}
