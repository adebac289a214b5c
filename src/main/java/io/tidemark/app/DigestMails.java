package io.tidemark.app;

import io.tidemark.analytics.insight.digest.Digest;
import io.tidemark.analytics.insight.digest.DigestAnswer;
import io.tidemark.analytics.insight.digest.DigestText;
import io.tidemark.collect.alert.Letters;
import io.tidemark.collect.alert.NotSent;
import io.tidemark.language.Language;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.DigestBook;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.User;
import io.tidemark.serve.analytics.AnalyticsParameters;
import io.tidemark.serve.analytics.Frames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Mails the weekly digest to who asked for it: from seven in the morning of the first day of the business's week on,
/// as long as that week lasts.
final class DigestMails {
    private static final Logger LOG = LoggerFactory.getLogger(DigestMails.class);
    private static final LocalTime AT = LocalTime.of(7, 0);
    /// Longer than a sending takes.
    private static final Duration TAKEN = Duration.ofMinutes(5);

    private final Directory directory;
    private final DigestBook book;
    private final Frames frames;
    private final Letters letters;
    private final Clock clock;

    DigestMails(Directory directory, DigestBook book, Frames frames, Letters letters, Clock clock) {
        this.directory = directory;
        this.book = book;
        this.frames = frames;
        this.letters = letters;
        this.clock = clock;
    }

    private record Reader(User user, Language language) {}

    private record Mail(String subject, String text) {}

    /// Sends what has become due of all businesses.
    void round() {
        for (Business business : directory.businesses()) {
            try {
                round(business);
            } catch (RuntimeException problem) {
                LOG.error("digest business={}", business.id(), problem);
            }
        }
    }

    private void round(Business business) {
        Instant now = clock.instant();
        LocalDate week =
                Digest.lastWeek(business.zone(), business.weekStart(), now).to().plusDays(1);
        Instant due = week.atTime(AT).atZone(business.zone()).toInstant();
        if (now.isBefore(due)) {
            return;
        }
        List<Reader> readers = book.waiting(business.id(), week, due, now).stream()
                .flatMap(one -> directory.findUser(one.userId()).map(user -> new Reader(user, one.language())).stream())
                .filter(reader -> directory.maySee(reader.user(), business.id()))
                .toList();
        if (!readers.isEmpty()) {
            DigestAnswer digest = digest(business, now);
            readers.forEach(reader -> send(business, week, reader.user(), mail(digest, reader.language())));
        }
    }

    private static Mail mail(DigestAnswer digest, Language language) {
        return new Mail("Tidemark, " + language.say(DigestText.title(digest)), DigestText.of(digest, language::say));
    }

    private DigestAnswer digest(Business business, Instant now) {
        return Digest.compute(
                frames.frame(business.id(), null),
                AnalyticsParameters.usual(business.conventions()),
                business.name(),
                business.demo(),
                null,
                now);
    }

    private void send(Business business, LocalDate week, User reader, Mail mail) {
        Instant now = clock.instant();
        book.take(business.id(), week, reader.id(), now, now.plus(TAKEN)).ifPresent(attempt -> {
            try {
                letters.send(reader.email(), mail.subject(), mail.text(), now);
                book.sent(business.id(), week, reader.id(), clock.instant());
                LOG.info("digest business={} week={} user={} sent", business.id(), week, reader.id());
            } catch (NotSent failed) {
                LOG.warn("digest business={} user={} not_sent={}", business.id(), reader.id(), failed.why());
                Instant again = clock.instant().plus(Letters.pauseAfter(attempt));
                book.failed(business.id(), week, reader.id(), failed.why(), again);
            }
        });
    }
}
