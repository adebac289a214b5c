package io.tidemark.collect.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A platform's HTTP on a loopback port of its own. What it answers is in its subclass; this class counts, and breaks
/// what is to be broken.
public abstract class Simulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

    private static final Duration SLOW = Duration.ofSeconds(2);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SimulatedPictures pictures;
    private final Map<String, Integer> counts = new TreeMap<>();
    private volatile Faults faults = Faults.none();
    private volatile Predicate<Call> breakable = call -> true;
    private volatile BiFunction<Call, Answer, Answer> altered = (call, answer) -> answer;

    protected Simulator() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        server.setExecutor(threads);
        pictures = new SimulatedPictures(address());
    }

    /// Answers from now on.
    public final void start() {
        server.createContext("/", this::handle);
        server.createContext(SimulatedPictures.PATH, pictures::handle);
        server.start();
    }

    /// Where it listens, without a slash at the end.
    public final URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The pictures of its posts, at a host of their own that is this one here.
    public final SimulatedPictures pictures() {
        return pictures;
    }

    public final void breakBy(Faults what) {
        breakBy(what, call -> true);
    }

    /// @param where which of the calls that may be broken
    public final void breakBy(Faults what, Predicate<Call> where) {
        breakable = where;
        faults = what;
    }

    /// Changes every answer to a reading call, as a platform might that writes things differently.
    public final void alter(UnaryOperator<Answer> how) {
        alter((call, answer) -> how.apply(answer));
    }

    /// The same, for what depends on what was sent.
    public final void alter(BiFunction<Call, Answer, Answer> how) {
        altered = how;
    }

    /// How often each endpoint was called, by the names that the subclass gives.
    public final Map<String, Integer> counts() {
        synchronized (counts) {
            return Map.copyOf(counts);
        }
    }

    /// Answers a call; may be called by several threads at once.
    protected abstract Answer answer(Call call);

    /// What a call is counted as: the endpoint, without ids. Pages for people (sign-in) are never broken.
    protected abstract String endpoint(Call call);

    /// Whether a call may be broken by chance.
    protected boolean mayBreak(Call call) {
        return call.method().equals("GET");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = read(exchange);
            synchronized (counts) {
                counts.merge(endpoint(call), 1, Integer::sum);
            }
            Answer whole = mayBreak(call) ? altered.apply(call, answer(call)) : answer(call);
            Faults.Fault fault = mayBreak(call) && breakable.test(call) ? faults.next() : Faults.Fault.NONE;
            if (fault == Faults.Fault.SLOW) {
                Thread.sleep(SLOW);
            }
            send(exchange, whole, fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        } catch (RuntimeException problem) {
            LOG.error("simulator failed at {}", exchange.getRequestURI().getPath(), problem);
            throw problem;
        }
    }

    private static void send(HttpExchange exchange, Answer whole, Faults.Fault fault) throws IOException {
        Answer answer = switch (fault) {
            case NONE, SLOW, CUT -> whole;
            case UNAVAILABLE -> new Answer(503, "text/plain", "", Map.of());
            case WEB_PAGE -> Answer.html("<!doctype html><title>Please wait</title>");
            case MALFORMED -> Answer.json("{\"data\": [,]}");
        };
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            write(exchange, body, fault);
        }
    }

    /// A body that is cut ends in a failure, upon which the server drops the connection.
    private static void write(HttpExchange exchange, byte[] body, Faults.Fault fault) throws IOException {
        OutputStream out = exchange.getResponseBody();
        if (fault == Faults.Fault.CUT) {
            out.write(body, 0, body.length / 2);
            out.flush();
            throw new IOException("cut");
        }
        out.write(body);
        out.close();
    }

    private static Call read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        URI uri = exchange.getRequestURI();
        return new Call(
                exchange.getRequestMethod(),
                uri.getPath(),
                Objects.requireNonNullElse(uri.getRawQuery(), ""),
                headers,
                body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
