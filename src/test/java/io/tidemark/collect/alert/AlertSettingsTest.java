package io.tidemark.collect.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.OperatorSettings;
import io.tidemark.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertSettingsTest {
    @Test
    void withoutSettingsThereAreNoChannels() {
        assertThat(channels("")).isEmpty();
    }

    @Test
    void bothChannelsMayBeSetUp() {
        assertThat(
                        channels(
                                "mail.host=mail.example.com;mail.from=t@example.com;webhook.url=https://hooks.example.com/a?b=c"))
                .extracting(Channel::where)
                .containsExactly("mail through mail.example.com:587", "webhook at hooks.example.com");
        assertThat(channels("mail.host=mail.example.com;mail.from=t@example.com;mail.security=tls"))
                .extracting(Channel::where)
                .containsExactly("mail through mail.example.com:465");
    }

    @Test
    void eachChannelHasALanguage() {
        String both = "mail.host=h;mail.from=t@example.com;webhook.url=https://h/";
        assertThat(channels(both)).extracting(Channel::language).containsExactly(Language.EN, Language.EN);
        assertThat(channels(both + ";webhook.language=de"))
                .extracting(Channel::language)
                .containsExactly(Language.EN, Language.DE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail.host=h;mail.from=a@b.example;mail.language=fr   | alerts.mail.language (TIDEMARK_ALERTS_MAIL_LANGUAGE) is one of en, de",
                "webhook.url=https://h/;webhook.language=DE           | alerts.webhook.language",
                "mail.host=h                                          | alerts.mail.from (TIDEMARK_ALERTS_MAIL_FROM) is missing",
                "mail.host=h;mail.from=nobody at all                  | alerts.mail.from",
                "mail.host=h;mail.from=a@b.example;mail.to=c          | alerts.mail.to",
                "mail.host=h;mail.from=a@b.example;mail.user=u        | alerts.mail.password",
                "mail.host=h;mail.from=a@b.example;mail.password=p    | alerts.mail.user",
                "mail.host=h;mail.from=a@b.example;mail.port=0        | alerts.mail.port",
                "mail.host=h;mail.from=a@b.example;mail.port=65536    | alerts.mail.port",
                "mail.host=h;mail.from=a@b.example;mail.security=ssl  | alerts.mail.security",
                "webhook.url=ftp://h/                                 | alerts.webhook.url",
                "webhook.url=https://user:pass@h/                     | alerts.webhook.url",
                "webhook.url=http://h/                                | allow-http",
                "webhook.url=https://h/{a}                            | alerts.webhook.url",
            })
    void aBadOneIsNamed(String settings, String told) {
        assertThatThrownBy(() -> channels(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    private static List<Channel> channels(String settings) {
        Map<String, String> file = settings.isEmpty()
                ? Map.of()
                : Arrays.stream(settings.split(";", -1))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> "alerts." + pair[0], pair -> pair[1]));
        return new AlertSettings(new OperatorSettings(file, Map.of())).channels(List::of);
    }
}
