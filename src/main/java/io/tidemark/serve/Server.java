package io.tidemark.serve;

import io.tidemark.serve.report.ScheduledReports;
import java.net.BindException;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The web server: REST and the dashboard.
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// Listens when it returns.
    ///
    /// @throws RuntimeException when the port is taken (see [#portIsTaken])
    public static Server start(ServerSettings settings, Services services) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(WebConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(fresh -> register(fresh.getBeanFactory(), settings, services))
                .run(arguments(settings));
        return new Server(context);
    }

    /// Whether a start failed because something else listens on the port.
    public static boolean portIsTaken(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    /// For tests of what is mapped.
    ConfigurableApplicationContext context() {
        return context;
    }

    public int port() {
        WebServer server = ((ServletWebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("The server was closed");
        }
        return server.getPort();
    }

    /// Makes and mails the reports that are due.
    public void sendReports() {
        context.getBean(ScheduledReports.class).round();
    }

    /// Lets running requests finish.
    @Override
    public void close() {
        context.close();
    }

    /// As arguments they win over whatever the environment holds.
    private static String[] arguments(ServerSettings settings) {
        String limit = settings.uploadLimit().toBytes() + "B";
        Map<String, String> properties = Map.ofEntries(
                Map.entry("server.address", settings.host()),
                Map.entry("server.port", Integer.toString(settings.port())),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("server.forward-headers-strategy", "native"),
                Map.entry("server.compression.enabled", "true"),
                Map.entry(
                        "server.compression.mime-types",
                        "application/json,application/problem+json,application/x-ndjson,text/csv,text/html,text/css,text/javascript,image/svg+xml"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
                Map.entry("spring.threads.virtual.enabled", "true"),
                Map.entry("spring.main.keep-alive", "false"),
                Map.entry("spring.jmx.enabled", "false"),
                Map.entry("spring.web.resources.add-mappings", "false"),
                Map.entry("spring.servlet.multipart.max-file-size", limit),
                Map.entry("spring.servlet.multipart.max-request-size", limit),
                Map.entry("server.tomcat.max-swallow-size", limit),
                // Where the file stays until it is imported, so that it is moved and not copied.
                Map.entry(
                        "spring.servlet.multipart.location",
                        settings.uploadDirectory().toAbsolutePath().toString()),
                Map.entry("spring.servlet.multipart.file-size-threshold", "256KB"));
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    private static void register(ConfigurableListableBeanFactory beans, ServerSettings settings, Services services) {
        beans.registerSingleton("settings", settings);
        beans.registerSingleton("registry", services.registry());
        beans.registerSingleton("signIn", services.signIn());
        beans.registerSingleton("tokens", services.tokens());
        beans.registerSingleton("records", services.records());
        beans.registerSingleton("imports", services.imports());
        beans.registerSingleton("frames", services.frames());
        beans.registerSingleton("labelling", services.labelling());
        beans.registerSingleton("experiments", services.experiments());
        beans.registerSingleton("notes", services.notes());
        beans.registerSingleton("posts", services.posts());
        beans.registerSingleton("jobDesk", services.desk());
        beans.registerSingleton("changes", services.changes());
        beans.registerSingleton("exports", services.exports());
        beans.registerSingleton("connectionDesk", services.connections());
        beans.registerSingleton("healthDesk", services.health());
        beans.registerSingleton("insightDesk", services.insights());
        beans.registerSingleton("digestReaders", services.digestReaders());
        beans.registerSingleton("members", services.members());
        beans.registerSingleton("programKeys", services.keys());
        beans.registerSingleton("passwords", services.passwords());
        beans.registerSingleton("firstPasswords", services.firstPasswords());
        beans.registerSingleton("savedViews", services.savedViews());
        beans.registerSingleton("shareLinks", services.shareLinks());
        beans.registerSingleton("reports", services.reports());
        beans.registerSingleton("reportSchedules", services.schedules());
        beans.registerSingleton("mailing", services.mailing());
        beans.registerSingleton("clock", services.clock());
    }
}
