package io.tidemark.serve.jobs;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Thing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// What became of jobs.
@RestController
@RequestMapping("/api/v1/jobs")
final class JobController {
    private static final Set<String> BUSINESS_ONLY = Set.of("business_id");

    private final Access access;
    private final JobDesk desk;
    private final JsonMapper json;

    JobController(Access access, JobDesk desk, JsonMapper json) {
        this.access = access;
        this.desk = desk;
        this.json = json;
    }

    @GetMapping
    JobView.Listing list(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Business business = business(caller, request);
        return new JobView.Listing(desk.jobs(business.id()).stream()
                .map(job -> JobView.of(job, json))
                .toList());
    }

    @GetMapping("/{id}")
    JobView one(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Business business = business(caller, request);
        long jobId = Parameters.id("job_id", id);
        return desk.findJob(business.id(), jobId)
                .map(job -> JobView.of(job, json))
                .orElseThrow(() -> Thing.JOB.notFound(jobId));
    }

    private Business business(User caller, HttpServletRequest request) {
        return access.business(caller, Parameters.of(request, BUSINESS_ONLY).businessId());
    }
}
