package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.linkedin.LinkedIn;
import io.tidemark.collect.connector.linkedin.LinkedInLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures.Trouble;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.linkedin.LinkedInSimulator;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.ledger.SyncBook;
import io.tidemark.ledger.SyncRun;
import io.tidemark.ledger.Thumbnail;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures that lists only name: where they lie is asked for in few calls, and no more where that is refused.
class LinkedInPicturesLiveTest {
    private static final Set<String> WITH_IMAGES = Set.of("image", "carousel", "link");
    private static final String IMAGES = "GET /rest/images";
    private static final String VIDEOS = "GET /rest/videos";

    private final MutableClock clock = new MutableClock(LiveFixture.BEGIN);
    private final World world = new World(7, clock, Duration.ofDays(60));
    private final SimulatedAccount acme = world.add(new AccountPlan(
            "urn:li:organization:2414183", "acme", "Acme", 2, Duration.ofDays(60), 1200, LinkedInSimulator.kinds()));
    private final LinkedInSimulator linkedin = new LinkedInSimulator(world, clock);
    private LiveFixture live;
    private long account;

    @BeforeEach
    void start() {
        linkedin.start();
        String address = linkedin.address().toString();
        ConnectorSettings settings = new ConnectorSettings(Map.of("base-url", address, "picture-hosts", address));
        live = new LiveFixture(
                clock,
                new LinkedInLogin(settings, new LinkedIn(settings, clock)),
                new ReadingPlan(new AdaptivePolicy()));
        account = live.connect(new Login.Grant(
                        new Secret(linkedin.tokens().issue(linkedin.person()).access()),
                        null,
                        clock.instant(),
                        null,
                        null,
                        Set.of()))
                .getFirst();
    }

    @AfterEach
    void stop() {
        live.close();
        linkedin.close();
    }

    @Test
    void picturesOfAllKindsAreThereAfterACallOfEachKindAndThirtyOfThem() {
        List<String> asked = new CopyOnWriteArrayList<>();
        linkedin.alter((call, answer) -> {
            if (List.of(IMAGES, VIDEOS).contains(call.method() + " " + call.path())) {
                asked.addAll(List.of(
                        call.rawQuery().replaceAll("^ids=List\\(|\\)$", "").split(",", -1)));
            }
            return answer;
        });
        List<SimulatedPost> images = posts(WITH_IMAGES);
        List<SimulatedPost> videos = posts(Set.of("video"));
        assertThat(images.size() + videos.size()).isBetween(31, 60);
        assertThat(videos).isNotEmpty();

        turn();
        turnAfter(Duration.ofHours(1));

        assertThat(images).allSatisfy(post -> assertThat(picture(post)).isPresent());
        assertThat(videos).allSatisfy(post -> assertThat(picture(post)).isPresent());
        assertThat(posts(Set.of("text", "document", "poll")))
                .isNotEmpty()
                .allSatisfy(post -> assertThat(picture(post)).isEmpty());
        assertThat(calls(IMAGES)).isEqualTo(2);
        assertThat(calls(VIDEOS)).isBetween(1, 2);

        long pictured = live.count("thumbnail");
        turnAfter(Duration.ofMinutes(5));
        turnAfter(Duration.ofDays(8));
        turnAfter(Duration.ofHours(1));
        assertThat(live.count("thumbnail")).as("with posts of these days").isGreaterThan(pictured);
        assertThat(live.count("thumbnail where image is null")).isZero();
        assertThat(asked).as("none twice, though all were listed again").doesNotHaveDuplicates();
        assertThat(asked).hasSize((int) live.count("thumbnail"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void aRefusalIsRememberedForItsKindAndBreaksNoRun(int status) {
        refuse(IMAGES, status);

        turn();
        turnAfter(Duration.ofHours(1));
        turnAfter(Duration.ofDays(8));

        assertThat(calls(IMAGES)).isEqualTo(1);
        assertThat(posts(WITH_IMAGES))
                .allSatisfy(post -> assertThat(picture(post)).isEmpty());
        assertThat(posts(Set.of("video")))
                .allSatisfy(post -> assertThat(picture(post)).isPresent());
        assertThat(live.books().runs().recent(live.business().id(), account, 9))
                .hasSize(3)
                .extracting(SyncRun::outcome)
                .containsOnly(SyncRun.Outcome.DONE);
        assertThat(live.books().runs().refused(live.business().id(), account, Instant.EPOCH))
                .extracting(SyncBook.Refused::route, SyncBook.Refused::kind, SyncBook.Refused::metric)
                .containsExactly(tuple("pictures", "image", SyncBook.Refused.ALL));

        linkedin.alter(answer -> answer);
        turnAfter(Duration.ofDays(31));
        turnAfter(Duration.ofHours(1));
        turnAfter(Duration.ofHours(1));
        assertThat(posts(WITH_IMAGES))
                .allSatisfy(post -> assertThat(picture(post)).isPresent());
    }

    @Test
    void whereLinkedInIsOutOfOrderPicturesComeLater() {
        refuse(IMAGES, 503);
        turn();
        assertThat(picture(posts(WITH_IMAGES).getFirst())).isEmpty();

        linkedin.alter(answer -> answer);
        turnAfter(Duration.ofHours(1));
        turnAfter(Duration.ofHours(1));

        assertThat(posts(WITH_IMAGES))
                .allSatisfy(post -> assertThat(picture(post)).isPresent());
    }

    @Test
    void aSpentLimitIsLeftAlone() {
        linkedin.limit(IMAGES, 1);
        turn();
        turnAfter(Duration.ofMinutes(5));
        turnAfter(Duration.ofMinutes(5));

        assertThat(linkedin.refusedByLimit()).isLessThanOrEqualTo(1);
        assertThat(last().outcome()).isEqualTo(SyncRun.Outcome.DONE);
    }

    @Test
    void whereAPictureLiesIsAskedAnewForEachTry() {
        SimulatedPost post = posts(WITH_IMAGES).getLast();
        linkedin.pictures().trouble(post.number(), Trouble.UNAVAILABLE);
        turn();
        assertThat(picture(post)).isEmpty();

        linkedin.pictures().heal(post.number());
        turnAfter(Duration.ofHours(7));
        assertThat(picture(post)).isPresent();
    }

    private void refuse(String endpoint, int status) {
        linkedin.alter((call, answer) -> (call.method() + " " + call.path()).equals(endpoint)
                ? new Answer(status, "application/json", "{\"message\":\"Not to you\"}", Map.of())
                : answer);
    }

    private void turnAfter(Duration pause) {
        clock.advance(pause);
        turn();
    }

    private void turn() {
        live.engine().sync(live.business(), account);
    }

    private int calls(String endpoint) {
        return linkedin.counts().getOrDefault(endpoint, 0);
    }

    private List<SimulatedPost> posts(Set<String> kinds) {
        return acme.visible(clock.instant()).stream()
                .filter(post -> kinds.contains(post.kind()))
                .toList();
    }

    private Optional<Thumbnail> picture(SimulatedPost post) {
        String[] urn = LinkedInSimulator.urn(post).split(":", -1);
        long id = live.sql()
                .sql("select post_id from post_alias where scheme = ? and external_id = ?")
                .params("linkedin:" + urn[2], urn[3])
                .query(Long.class)
                .single();
        return live.books().thumbnails().find(live.business().id(), id);
    }

    private SyncRun last() {
        return live.books().runs().recent(live.business().id(), account, 1).getFirst();
    }
}
