package io.tidemark.serve.report;

import io.tidemark.ledger.Notes;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.Reports;
import io.tidemark.serve.analytics.SharedQuestions;
import io.tidemark.serve.export.Views;
import io.tidemark.serve.http.Access;
import io.tidemark.tenancy.Registry;
import io.tidemark.tenancy.ShareLinks;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// Reports over HTTP.
@Configuration(proxyBeanMethods = false)
@Import({ReportController.class, ClosingController.class, LogoController.class, ScheduleController.class})
public class ReportEndpoints {
    @Bean
    ReportDesk reportDesk(Access access, Reports reports, JsonMapper json) {
        return new ReportDesk(access, reports, json);
    }

    /// The mapping knows the endpoints only once all are made, those of reports included.
    @Bean
    ReportAnswers reportAnswers(
            ObjectProvider<RequestMappingHandlerMapping> mapping,
            ObjectProvider<RequestMappingHandlerAdapter> adapter,
            Notes notes,
            Access access,
            SharedQuestions questions,
            JsonMapper json) {
        return new ReportAnswers(
                () -> new Views(mapping.getObject(), adapter.getObject()),
                new ReportNotes(notes, access, questions),
                json);
    }

    @Bean
    ScheduledReports scheduledReports(
            ReportDesk desk,
            ReportAnswers answers,
            Registry registry,
            ReportSchedules schedules,
            ShareLinks links,
            Mailing mailing,
            JsonMapper json,
            Clock clock) {
        return new ScheduledReports(
                registry,
                desk.reports(),
                schedules,
                new ReportPress(desk, answers, json)::answers,
                new ReportMails(schedules, links, mailing, clock),
                json,
                clock);
    }
}
