package io.tidemark.serve.share;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.serve.ServedFixture;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A served business with posts of two platforms in October, of which links are made and opened.
final class SharedFixture implements AutoCloseable {
    static final String SHARES = "/api/v1/shares?business_id=1";
    static final String OCTOBER = "from=2026-10-01&to=2026-10-31&platform=linkedin&basis=published";
    static final long LINKEDIN_POST = 101;
    static final long X_POST = 102;
    static final long EARLIER_POST = 100;

    final ServedFixture served;

    SharedFixture(Path uploads) {
        served = new ServedFixture(uploads);
        served.frames.frame = frame();
    }

    @Override
    public void close() {
        served.close();
    }

    /// Somebody in a browser who opened a link.
    final class Visit {
        final String link;
        final String name;
        final String token;

        Visit(String link) {
            this.link = link;
            HttpResponse<String> opened = open(link, null);
            name = json(opened).get("share").asString();
            String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
            token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        }

        String id() {
            return name.substring(name.indexOf('.') + 1);
        }

        String path(String below) {
            return "/api/v1/shared/" + name + below;
        }

        HttpRequest.Builder request(String below) {
            return served.request(path(below)).header("Cookie", "tidemark_visit=" + token);
        }

        HttpResponse<String> get(String question) {
            return served.send(request("/analytics/" + question));
        }
    }

    Visit visit(String search) {
        return visitOf("{\"page\":\"analytics\",\"search\":\"" + search + "\"}");
    }

    Visit visitOf(String body) {
        return new Visit(token(make(body)));
    }

    HttpResponse<String> make(String body) {
        return served.send(post(SHARES, body));
    }

    HttpRequest.Builder post(String path, String body) {
        return served.authorised(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    static String token(HttpResponse<String> made) {
        assertThat(made.statusCode()).isEqualTo(201);
        String link = json(made).get("link").asString();
        return link.substring(link.indexOf('#') + 1);
    }

    HttpResponse<String> open(String token, @Nullable String password) {
        String secret = password == null ? "" : ",\"password\":\"" + password + "\"";
        return served.send(served.request("/api/v1/shared")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"" + secret + "}")));
    }

    /// A post of LinkedIn and one of X in October, and one of LinkedIn before.
    private static Frame frame() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        PostFrame.Builder posts = PostFrame.builder(3);
        add(posts, EARLIER_POST, 0, "2026-09-30", 1000);
        add(posts, LINKEDIN_POST, 0, "2026-10-10", 10);
        add(posts, X_POST, 1, "2026-10-11", 100);
        return new Frame(
                1,
                42,
                berlin,
                DayOfWeek.MONDAY,
                null,
                null,
                List.of(
                        new FrameAccount(1, Platform.LINKEDIN, "acme", "Acme", true),
                        new FrameAccount(2, Platform.X, "acme", "Acme", true)),
                posts.build(),
                DayFrame.builder(0).build());
    }

    private static void add(PostFrame.Builder posts, long id, int account, String day, double likes) {
        LocalDate date = LocalDate.parse(day);
        posts.row(
                id,
                account,
                date.atTime(LocalTime.NOON).atZone(ZoneId.of("Europe/Berlin")).toEpochSecond(),
                Math.toIntExact(date.toEpochDay()),
                ContentType.TEXT,
                Boosted.NO);
        posts.set(Metric.LIKES, likes);
    }
}
