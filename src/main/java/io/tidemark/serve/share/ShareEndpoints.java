package io.tidemark.serve.share;

import io.tidemark.ledger.Reports;
import io.tidemark.serve.analytics.SharedQuestions;
import io.tidemark.serve.http.Access;
import io.tidemark.tenancy.ShareLinks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// Links to pages, and whoever comes by them.
@Configuration(proxyBeanMethods = false)
@Import({ShareController.class, VisitController.class})
public class ShareEndpoints {
    @Bean
    Visits visits(ShareLinks links, Access access, SharedQuestions questions, Reports reports, JsonMapper json) {
        return new Visits(links, access, questions, new SharedReports(reports, json));
    }
}
