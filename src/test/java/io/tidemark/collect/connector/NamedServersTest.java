package io.tidemark.collect.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamedServersTest {
    private final NamedServers outside = NamedServers.of(ConnectorSettings.DEFAULT);
    private final NamedServers inside = NamedServers.of(new ConnectorSettings(Map.of("private-servers", "yes")));

    @ParameterizedTest
    @ValueSource(
            strings = {"mastodon.social", " Mastodon.Social ", "https://mastodon.social", "https://mastodon.social/"})
    void aServerIsTakenAsPeopleWriteIt(String typed) {
        assertThat(outside.address("server", typed)).hasToString("https://mastodon.social");
    }

    @Test
    void namesInOtherLettersAreTaken() {
        assertThat(outside.address("server", "bücher.example")).hasToString("https://xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mastodon.social",
                "ftp://mastodon.social",
                "https://user@mastodon.social",
                "https://mastodon.social/admin",
                "https://mastodon.social?x=1",
                "https://mastodon.social#x",
                "https://mastodon.social:8443",
                "localhost",
                "127.0.0.1",
                "2130706433",
                "[::1]",
                "a b",
                "",
                "https://"
            })
    void whatIsNoServerOfTheInternetIsRefused(String typed) {
        assertThatThrownBy(() -> outside.address("server", typed))
                .isInstanceOfSatisfying(
                        Login.NotTaken.class,
                        refused -> assertThat(refused.field()).isEqualTo("server"))
                .hasMessageContaining("no address of a server");
    }

    @Test
    void aNameThatLeadsInsideIsNotCalled() {
        assertThatThrownBy(() -> outside.reachable(URI.create("https://localhost")))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Misconfigured.class));
    }

    @Test
    void aNetworkThatIsAllowedIsCalled() {
        assertThat(inside.address("server", "http://127.0.0.1:3000/")).hasToString("http://127.0.0.1:3000");
        assertThat(inside.reachable(URI.create("http://127.0.0.1:3000"))).hasToString("http://127.0.0.1:3000");
    }

    @Test
    void whatIsNoAddressOfTheWebIsRefusedInsideToo() {
        assertThatThrownBy(() -> inside.address("server", "ftp://127.0.0.1"))
                .isInstanceOf(Login.NotTaken.class)
                .hasMessageContaining("no address of a server");
    }

    @Test
    void whereSomeAreNamedNoOthersAreCalled() {
        NamedServers some = NamedServers.of(new ConnectorSettings(
                Map.of("servers", "http://127.0.0.1:3000, https://social.example", "private-servers", "yes")));

        assertThat(some.address("server", "social.example")).hasToString("https://social.example");
        assertThat(some.reachable(URI.create("http://127.0.0.1:3000"))).hasToString("http://127.0.0.1:3000");
        for (String other : new String[] {"bsky.social", "http://127.0.0.1:3001", "http://social.example"}) {
            assertThatThrownBy(() -> some.address("server", other))
                    .isInstanceOf(Login.NotTaken.class)
                    .hasMessageContaining("not one of the servers");
            assertThatThrownBy(() -> some.reachable(URI.create(other)))
                    .isInstanceOfSatisfying(
                            CallFailed.class,
                            failed -> assertThat(failed.fault()).isInstanceOf(Fault.Misconfigured.class));
        }
    }

    @Test
    void aServerMayBeCalledElsewhereThanItsNameSays() {
        NamedServers some = NamedServers.of(
                new ConnectorSettings(Map.of("servers", "https://social.example = http://127.0.0.1:3000")));

        assertThat(some.address("server", "social.example")).hasToString("https://social.example");
        assertThat(some.reachable(URI.create("https://social.example"))).hasToString("http://127.0.0.1:3000");
        assertThatThrownBy(() -> some.reachable(URI.create("http://127.0.0.1:3000")))
                .isInstanceOf(CallFailed.class);
    }
}
