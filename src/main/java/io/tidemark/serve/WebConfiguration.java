package io.tidemark.serve;

import io.tidemark.serve.analytics.AnalyticsEndpoints;
import io.tidemark.serve.connections.ConnectionEndpoints;
import io.tidemark.serve.events.EventEndpoint;
import io.tidemark.serve.experiment.ExperimentEndpoints;
import io.tidemark.serve.export.ExportEndpoints;
import io.tidemark.serve.health.HealthEndpoints;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Json;
import io.tidemark.serve.imports.ImportEndpoints;
import io.tidemark.serve.jobs.JobEndpoints;
import io.tidemark.serve.label.LabelEndpoints;
import io.tidemark.serve.legacy.LegacyEndpoints;
import io.tidemark.serve.member.MemberEndpoints;
import io.tidemark.serve.note.NoteEndpoints;
import io.tidemark.serve.report.ReportEndpoints;
import io.tidemark.serve.share.ShareEndpoints;
import io.tidemark.serve.view.ViewEndpoints;
import io.tidemark.tenancy.Registry;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// What the web is made of, each part named: nothing appears because it happens to lie on the class path, and the
/// start is quick.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({
    SecurityConfiguration.class,
    ProblemAdvice.class,
    ErrorPage.class,
    Pages.class,
    HealthController.class,
    AuthController.class,
    AnalyticsEndpoints.class,
    LegacyEndpoints.class,
    ExportEndpoints.class,
    BusinessController.class,
    PasswordController.class,
    MemberEndpoints.class,
    LabelEndpoints.class,
    ImportEndpoints.class,
    JobEndpoints.class,
    ConnectionEndpoints.class,
    HealthEndpoints.class,
    EventEndpoint.class,
    ExperimentEndpoints.class,
    ViewEndpoints.class,
    NoteEndpoints.class,
    ShareEndpoints.class,
    ReportEndpoints.class
})
class WebConfiguration {
    @Bean
    JsonMapper jsonMapper() {
        return Json.mapper();
    }

    @Bean
    Access access(Registry registry) {
        return new Access(registry);
    }
}
