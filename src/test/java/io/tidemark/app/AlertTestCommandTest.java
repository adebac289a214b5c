package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.alert.Alerts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTestCommandTest {
    @TempDir
    private Path home;

    private ProgramFixture program;

    @BeforeEach
    void prepare() {
        program = new ProgramFixture(home);
    }

    @Test
    void itTellsWhatCameOfEachChannel() {
        program.withBusiness("Acme").trials = List.of(new Alerts.Trial("mail through mail.example.com:587", null));
        assertThat(program.run("alerts", "test")).isZero();
        assertThat(program.out).isEqualToIgnoringNewLines("Sent by mail through mail.example.com:587.");

        program.trials = List.of(
                new Alerts.Trial("mail through mail.example.com:587", null),
                new Alerts.Trial("webhook at hooks.example.com", "It answered with status 500."));
        assertThat(program.run("alerts", "test", "--business", "acme")).isEqualTo(1);
        assertThat(program.out).contains("Not sent by webhook at hooks.example.com: It answered with status 500.");
    }

    @Test
    void withoutAChannelOrABusinessItSaysWhatToDo() {
        assertThat(program.run("alerts", "test")).isEqualTo(1);
        assertThat(program.err).contains("tidemark business add");

        assertThat(program.withBusiness("Acme").run("alerts", "test")).isEqualTo(1);
        assertThat(program.err).contains("alerts.mail.host", "alerts.webhook.url");
        assertThat(program.run("alerts", "test", "--business", "Bolt")).isEqualTo(1);
        assertThat(program.run("alerts")).isEqualTo(2);
    }
}
