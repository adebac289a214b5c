package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tidemark.frame.Frame;
import io.tidemark.frame.OutdatedFrame;
import io.tidemark.ledger.Business;
import io.tidemark.serve.ServedFixture.FakeFrames;
import io.tidemark.serve.analytics.Frames;
import io.tidemark.tenancy.FakeRegistry;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);

    private final FakeRegistry registry = new FakeRegistry();
    private final List<Long> loaded = new ArrayList<>();

    @Test
    void asksEachBusinessInTurnAndAgain() {
        Business one = business("One");
        Business other = business("Other");

        rehearsal(new FakeFrames()).run();

        assertThat(loaded).startsWith(one.id(), other.id(), one.id(), other.id());
    }

    @Test
    void asksNothingOnceItIsClosed() {
        business("One");
        Rehearsal rehearsal = rehearsal(new FakeFrames());

        rehearsal.close();
        rehearsal.run();

        assertThat(loaded).isEmpty();
    }

    @Test
    void endsWhereAQuestionFails() {
        business("One");
        Frames broken = (business, asOf) -> {
            throw new IllegalStateException("No database");
        };

        assertThatCode(() -> rehearsal(broken).run()).doesNotThrowAnyException();

        assertThat(loaded).hasSize(1);
    }

    @Test
    void asksAgainWhereNewDataCameMeanwhile() {
        business("One");
        Frames moving = (business, asOf) -> {
            throw new OutdatedFrame(1, 2);
        };

        rehearsal(moving).run();

        assertThat(loaded).hasSizeGreaterThan(1);
    }

    @Test
    void closingWaitsForTheQuestionThatIsBeingAsked() throws InterruptedException {
        business("One");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        FakeFrames frames = new FakeFrames();
        Rehearsal rehearsal = rehearsal((business, asOf) -> {
            asked.countDown();
            await(answered);
            return frames.frame(business, asOf);
        });
        rehearsal.begin();
        await(asked);

        Thread closing = Thread.ofPlatform().start(rehearsal::close);
        while (closing.getState() != Thread.State.WAITING && closing.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(closing.isAlive()).isTrue();
        answered.countDown();
        closing.join();

        assertThat(loaded).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Business business(String name) {
        return registry.createBusiness(name, ZoneOffset.UTC, DayOfWeek.MONDAY, false);
    }

    private Rehearsal rehearsal(Frames frames) {
        return new Rehearsal(registry, new Noted(frames), CLOCK);
    }

    private final class Noted implements Frames {
        private final Frames frames;

        Noted(Frames frames) {
            this.frames = frames;
        }

        @Override
        public Frame frame(long businessId, @Nullable Instant asOf) {
            loaded.add(businessId);
            return frames.frame(businessId, asOf);
        }
    }
}
