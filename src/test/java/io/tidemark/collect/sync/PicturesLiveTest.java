package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.instagram.InstagramConnector;
import io.tidemark.collect.connector.instagram.InstagramLogin;
import io.tidemark.collect.picture.PictureNames;
import io.tidemark.collect.picture.Pictures;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures.Trouble;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.meta.GraphSimulator;
import io.tidemark.collect.simulator.meta.MetaIds;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.ledger.SyncRun;
import io.tidemark.ledger.Thumbnail;
import io.tidemark.ledger.Thumbnails;
import io.tidemark.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pictures of posts beside their numbers: a small one of each is kept, and nothing that is wrong with one matters.
class PicturesLiveTest {
    private final MutableClock clock = new MutableClock(LiveFixture.BEGIN);
    private final World world = new World(7, clock, Duration.ofDays(40));
    private final SimulatedAccount acme = world.add(new AccountPlan(
            "17841400000000001", "acme", "Acme", 1, Duration.ofDays(60), 1200, GraphSimulator.instagramKinds()));
    private GraphSimulator meta;
    private LiveFixture live;
    private Thumbnails thumbnails;
    private List<Long> accounts;

    @BeforeEach
    void start() {
        meta = new GraphSimulator(clock);
        meta.instagram(acme);
        meta.setUp(acme, false, Instant.EPOCH);
        meta.start();
        connect(meta.address().toString());
    }

    private void connect(String pictureHosts) {
        ConnectorSettings settings = new ConnectorSettings(
                Map.of("base-url", meta.address() + GraphSimulator.GRAPH_INSTAGRAM, "picture-hosts", pictureHosts));
        live = new LiveFixture(
                clock,
                new InstagramLogin(settings, InstagramConnector.direct(settings, clock)),
                new ReadingPlan(new AdaptivePolicy()));
        thumbnails = live.books().thumbnails();
        accounts = live.connect(
                new Login.Grant(new Secret(meta.ownerToken(acme)), null, clock.instant(), null, null, Set.of()));
    }

    @AfterEach
    void stop() {
        live.close();
        meta.close();
    }

    @Test
    void aSmallPictureOfEachPostIsKeptSomeInEachTurnTheNewestFirst() {
        List<SimulatedPost> posts = posts();
        assertThat(posts).hasSizeGreaterThan(30);

        turn();
        assertThat(meta.pictures().fetched()).isEqualTo(30);
        assertThat(picture(posts.getFirst())).isPresent();
        assertThat(picture(posts.getLast())).isEmpty();

        turnAfter(Duration.ofHours(1));
        assertThat(posts).allSatisfy(post -> assertThat(picture(post)).isPresent());
        Thumbnail thumbnail = picture(posts.getFirst()).orElseThrow();
        assertThat(thumbnail.contentType()).isEqualTo("image/jpeg");
        assertThat(thumbnail.image().length).isLessThan(20_000);

        turnAfter(Duration.ofDays(8));
        turnAfter(Duration.ofHours(1));
        assertThat(meta.pictures().fetched())
                .as("each once, though all were listed again")
                .isEqualTo(count("true"));
    }

    @Test
    void whatIsWrongWithOneIsItsOwnAndIsNotTriedForEver() {
        List<SimulatedPost> posts = posts();
        Trouble[] troubles = Trouble.values();
        for (int i = 0; i < troubles.length; i++) {
            meta.pictures().trouble(posts.get(i).number(), troubles[i]);
        }

        turn();
        turnAfter(Duration.ofMinutes(5));

        assertThat(last().outcome()).isEqualTo(SyncRun.Outcome.DONE);
        for (int i = 0; i < troubles.length; i++) {
            assertThat(picture(posts.get(i))).as(troubles[i].name()).isEmpty();
        }
        assertThat(picture(posts.get(troubles.length))).isPresent();
        assertThat(said())
                .containsExactlyInAnyOrder(
                        "Its host answered 404.",
                        "Its host answered 503.",
                        "It did not come whole, within ten seconds and two megabytes.",
                        "It is no JPEG, PNG, GIF or WebP.",
                        "Its host answered 302.",
                        "It lies at a host that pictures are not fetched from.");
        assertThat(count("address is not null")).as("may come yet").isEqualTo(2);

        int before = meta.pictures().fetched();
        Pictures pictures = new Pictures(thumbnails, clock);
        PictureHosts hosts = new PictureHosts(Set.of(meta.address().toString()));
        for (int hour = 0; hour < 60; hour += 3) {
            clock.advance(Duration.ofHours(3));
            pictures.collect(live.business().id(), accounts.getFirst(), hosts, new NoNames(), List.of());
        }

        assertThat(meta.pictures().fetched() - before)
                .as("two of them, three times")
                .isEqualTo(6);
        assertThat(count("address is not null or tries > 4")).isZero();
    }

    @Test
    void whatWasAwayForAWhileComesLaterAndAnotherPictureReplacesTheOneBefore() {
        SimulatedPost newest = posts().getFirst();
        meta.pictures().trouble(newest.number(), Trouble.UNAVAILABLE);
        turn();
        long freshness = freshness();
        meta.pictures().heal(newest.number());
        turnAfter(Duration.ofHours(1));

        Thumbnail first = picture(newest).orElseThrow();
        assertThat(freshness()).isGreaterThan(freshness);

        meta.pictures().change(newest.number());
        turnAfter(Duration.ofDays(8));

        assertThat(picture(newest)).get().extracting(Thumbnail::etag).isNotEqualTo(first.etag());
    }

    @Test
    void nothingIsFetchedFromWhereItMayNotCome() {
        live.close();
        connect("scontent.example");

        turn();

        assertThat(meta.pictures().fetched()).isZero();
        assertThat(said()).containsOnly("It lies at a host that pictures are not fetched from.");
        assertThat(last().outcome()).isEqualTo(SyncRun.Outcome.DONE);
    }

    @Test
    void aPictureGoesWithItsPost() {
        turn();
        SimulatedPost newest = posts().getFirst();
        assertThat(picture(newest)).isPresent();

        live.sql()
                .sql("delete from post_alias where post_id = ?")
                .param(postId(newest))
                .update();

        assertThat(count("external_id = '" + MetaIds.media(newest) + "'")).isZero();
    }

    /// Lists of this platform tell addresses.
    private record NoNames() implements PictureNames {
        @Override
        public boolean mayAsk(URI name) {
            throw new AssertionError("no name: " + name);
        }

        @Override
        public Map<URI, URI> addresses(Set<URI> names) {
            assertThat(names).isEmpty();
            return Map.of();
        }
    }

    private void turnAfter(Duration pause) {
        clock.advance(pause);
        turn();
    }

    private void turn() {
        live.engine().sync(live.business(), accounts.getFirst());
    }

    /// What can be seen, the newest first.
    private List<SimulatedPost> posts() {
        return acme.visible(clock.instant()).stream()
                .filter(post -> !post.kind().equals("STORY"))
                .sorted(Comparator.comparing(SimulatedPost::publishedAt).reversed())
                .toList();
    }

    private Optional<Thumbnail> picture(SimulatedPost post) {
        return thumbnails.find(live.business().id(), postId(post));
    }

    private long postId(SimulatedPost post) {
        return live.sql()
                .sql("select post_id from post_alias where scheme = 'instagram:post' and external_id = ?")
                .param(MetaIds.media(post))
                .query(Long.class)
                .single();
    }

    private List<String> said() {
        return live.sql()
                .sql("select said from thumbnail where said is not null")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private int count(String condition) {
        return live.sql()
                .sql("select count(*) from thumbnail where " + condition)
                .query(Integer.class)
                .single();
    }

    private long freshness() {
        return live.ledger().ledger().versions(live.business().id()).freshness();
    }

    private SyncRun last() {
        return live.books()
                .runs()
                .recent(live.business().id(), accounts.getFirst(), 1)
                .getFirst();
    }
}
