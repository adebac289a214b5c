package io.tidemark.collect.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PublicHosts;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where pictures may be fetched from.
class PlacesTest {
    private static final PictureHosts HOSTS = new PictureHosts(Set.of("fbcdn.net", "http://127.0.0.1:8080"));

    @ParameterizedTest
    @CsvSource({
        "https://fbcdn.net/a.jpg,true",
        "https://SCONTENT-fra3-1.xx.fbcdn.net/a.jpg?oh=1,true",
        "https://scontent.fbcdn.net:443/a.jpg,true",
        "http://scontent.fbcdn.net/a.jpg,false",
        "https://scontent.fbcdn.net:8443/a.jpg,false",
        "https://fbcdn.net.example.com/a.jpg,false",
        "https://notfbcdn.net/a.jpg,false",
        "https://fbcdn.net@example.com/a.jpg,false",
        "https://me@fbcdn.net/a.jpg,false",
        "https://127.0.0.1/a.jpg,false",
        "ftp://fbcdn.net/a.jpg,false",
        "file:///etc/passwd,false"
    })
    void namedHostsAreCalledByHttpsAlone(URI address, boolean named) {
        assertThat(HOSTS.namesHost(address)).isEqualTo(named);
        assertThat(HOSTS.namesOrigin(address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/a.png,true",
        "http://127.0.0.1:8081/a.png,false",
        "http://127.0.0.1/a.png,false",
        "https://127.0.0.1:8080/a.png,false",
        "http://me@127.0.0.1:8080/a.png,false"
    })
    void anOriginIsTakenAsItIsNamed(URI address, boolean named) {
        assertThat(HOSTS.namesOrigin(address)).isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::"
            })
    void addressesOfNeighboursAreNotPublic(String address) throws UnknownHostException {
        assertThat(PublicHosts.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"157.240.1.1", "8.8.8.8", "2a03:2880:f10c:83:face:b00c:0:25de", "2606:4700::1111"})
    void othersAre(String address) throws UnknownHostException {
        assertThat(PublicHosts.isPublic(InetAddress.getByName(address))).isTrue();
    }

    /// Of servers that anybody runs nobody knows where their pictures lie.
    @ParameterizedTest
    @CsvSource({
        "https://files.example/a.jpg,true",
        "http://files.example/a.jpg,false",
        "https://files.example:8443/a.jpg,false",
        "https://me@files.example/a.jpg,false",
        "file:///etc/passwd,false"
    })
    void anyHostIsCalledByHttpsAlone(URI address, boolean named) {
        assertThat(new PictureHosts(Set.of(PictureHosts.ANYWHERE)).namesHost(address))
                .isEqualTo(named);
    }

    @Test
    void anyHostIsNoneOfThisNetwork() {
        PictureHosts any = new PictureHosts(Set.of(PictureHosts.ANYWHERE));
        for (String inside :
                new String[] {"https://localhost/a.png", "https://127.0.0.1/a.png", "https://[::1]/a.png"}) {
            assertThatThrownBy(() -> new PictureClient().fetch(URI.create(inside), any))
                    .isInstanceOf(NoPicture.class)
                    .hasMessageContaining("not public");
        }
    }

    /// A platform's name that stands for a machine of this network is not called.
    @Test
    void aNameOfANeighbourIsRefused() {
        PictureHosts local = new PictureHosts(Set.of("localhost"));
        assertThatThrownBy(() -> new PictureClient().fetch(URI.create("https://localhost/a.png"), local))
                .isInstanceOf(NoPicture.class)
                .hasMessageContaining("not public");
    }
}
