package io.tidemark.collect.sync;

import io.tidemark.collect.sync.RealBluesky.Person;
import io.tidemark.collect.sync.RealBluesky.Written;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.node.ObjectNode;

/// Alice writes at Bluesky's own servers; three others follow her, like, answer, quote, keep and show again what she
/// wrote.
///
/// @param posts of Alice, the newest first by the times that she says
record BlueskyPeople(Person alice, List<Written> posts, Instant now) {
    static final int POSTS = 120;
    private static final String POST = "app.bsky.feed.post";

    /// What people do to each so-manieth post of Alice.
    private static final int CAROL_LIKES = 2;

    private static final int DAN_LIKES = 3;
    private static final int BOB_SHOWS_AGAIN = 5;
    private static final int DAN_ANSWERS = 10;
    private static final int CAROL_QUOTES = 11;
    private static final int DAN_KEEPS = 7;

    /// Lets people do all of it, and waits until it is shown.
    static BlueskyPeople live(RealBluesky bluesky, Instant now) throws IOException {
        Person alice = bluesky.join("alice.test");
        Person bob = bluesky.join("bob.test");
        Person carol = bluesky.join("carol.test");
        Person dan = bluesky.join("dan.test");
        ObjectNode picture = RealBluesky.object();
        picture.put("alt", "").set("image", bluesky.upload(alice, "image/png", picture()));
        List<Written> written =
                bluesky.write(alice, POST, IntStream.range(0, POSTS).mapToObj(i -> post(i, now, picture)));
        BlueskyPeople people = new BlueskyPeople(alice, written, now);
        ObjectNode profile = RealBluesky.object().put("displayName", "Alice & Sons");
        profile.set("pinnedPost", reference(written.get(POSTS / 2)));
        bluesky.put(alice, "app.bsky.actor.profile", profile);
        for (Person fan : List.of(bob, carol, dan)) {
            bluesky.write(fan, "app.bsky.graph.follow", Stream.of(created().put("subject", alice.did())));
        }
        bluesky.write(bob, "app.bsky.feed.like", people.each(i -> true).map(BlueskyPeople::about));
        bluesky.write(
                carol, "app.bsky.feed.like", people.each(every(CAROL_LIKES)).map(BlueskyPeople::about));
        bluesky.write(dan, "app.bsky.feed.like", people.each(every(DAN_LIKES)).map(BlueskyPeople::about));
        bluesky.write(
                bob, "app.bsky.feed.repost", people.each(every(BOB_SHOWS_AGAIN)).map(BlueskyPeople::about));
        bluesky.write(dan, POST, people.each(every(DAN_ANSWERS)).map(post -> answer(post, "So it is")));
        bluesky.write(carol, POST, people.each(every(CAROL_QUOTES)).map(BlueskyPeople::quote));
        people.each(every(DAN_KEEPS)).forEach(post -> bluesky.bookmark(dan, post));
        Written bobs = bluesky.write(bob, POST, Stream.of(created().put("text", "Not Alice's")))
                .getFirst();
        bluesky.write(alice, "app.bsky.feed.repost", Stream.of(about(bobs), about(written.get(3))));
        bluesky.write(alice, POST, Stream.of(answer(bobs, "An answer")));
        bluesky.settle();
        return people;
    }

    private static IntPredicate every(int soMany) {
        return i -> i % soMany == 0;
    }

    private Stream<Written> each(IntPredicate which) {
        return IntStream.range(0, POSTS).filter(which).mapToObj(posts::get);
    }

    /// The newest first, six hours apart; one is said to be of next year.
    private static ObjectNode post(int number, Instant now, ObjectNode picture) {
        Instant at = number == 2 ? now.plus(Duration.ofDays(365)) : publishedAt(number, now);
        ObjectNode post = RealBluesky.object().put("text", "Post " + number).put("createdAt", at.toString());
        switch (number % 6) {
            case 1 -> pictures(post, picture, 1);
            case 2 -> pictures(post, picture, 3);
            case 3 ->
                post.putObject("embed")
                        .put("$type", "app.bsky.embed.external")
                        .putObject("external")
                        .put("uri", "https://example.com/" + number)
                        .put("title", "More")
                        .put("description", "");
            default -> {}
        }
        return post;
    }

    Format format(int number) {
        return switch (number % 6) {
            case 1 -> Format.IMAGE;
            case 2 -> Format.CAROUSEL;
            case 3 -> Format.LINK;
            default -> Format.TEXT;
        };
    }

    Instant publishedAt(int number) {
        return publishedAt(number, now);
    }

    private static Instant publishedAt(int number, Instant now) {
        return now.minus(Duration.ofHours(6L * number + 1));
    }

    private static void pictures(ObjectNode post, ObjectNode picture, int count) {
        ObjectNode embed = post.putObject("embed").put("$type", "app.bsky.embed.images");
        IntStream.range(0, count).forEach(i -> embed.withArray("images").add(picture));
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private static ObjectNode created() {
        return RealBluesky.object().put("createdAt", Instant.now().toString());
    }

    private static ObjectNode reference(Written post) {
        return RealBluesky.object().put("uri", post.uri()).put("cid", post.cid());
    }

    static ObjectNode about(Written post) {
        ObjectNode act = created();
        act.set("subject", reference(post));
        return act;
    }

    private static ObjectNode answer(Written post, String text) {
        ObjectNode answer = created().put("text", text);
        ObjectNode reply = answer.putObject("reply");
        reply.set("root", reference(post));
        reply.set("parent", reference(post));
        return answer;
    }

    private static ObjectNode quote(Written post) {
        ObjectNode quote = created().put("text", "As Alice says");
        quote.putObject("embed").put("$type", "app.bsky.embed.record").set("record", reference(post));
        return quote;
    }

    MetricValues expected(int number) {
        double likes = 1 + (number % CAROL_LIKES == 0 ? 1 : 0) + (number % DAN_LIKES == 0 ? 1 : 0);
        return MetricValues.of(Map.of(
                Metric.LIKES, likes,
                Metric.COMMENTS, number % DAN_ANSWERS == 0 ? 1.0 : 0.0,
                // Alice showed one of her own again.
                Metric.REPOSTS, (number % BOB_SHOWS_AGAIN == 0 ? 1.0 : 0.0) + (number == 3 ? 1 : 0),
                Metric.QUOTES, number % CAROL_QUOTES == 0 ? 1.0 : 0.0,
                Metric.SAVES, number % DAN_KEEPS == 0 ? 1.0 : 0.0));
    }
}
