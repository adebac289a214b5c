package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.WindowQuota;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How many calls of an hour are used: those of the app, and those for each page or account. Every answer says it.
final class MetaUsage {
    private static final String APP = "app";
    private static final int APP_LIMIT = 2000;
    private static final int ACCOUNT_LIMIT = 4800;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, WindowQuota> quotas = new ConcurrentHashMap<>();

    MetaUsage(Clock clock) {
        this.clock = clock;
    }

    /// What a call counts for.
    ///
    /// @param id of the page or the account; `app` for calls in a person's name
    /// @param kind `pages`, `instagram`, `threads`
    record Payer(String id, String kind) {
        static Payer app() {
            return new Payer(APP, "");
        }
    }

    void limit(String id, int calls) {
        quotas.put(id, new WindowQuota(clock, calls, WINDOW));
    }

    void limitApp(int calls) {
        limit(APP, calls);
    }

    long refused() {
        return quotas.values().stream().mapToLong(WindowQuota::refused).sum();
    }

    /// @throws MetaRefusal where nothing is left
    void take(Payer payer) {
        if (!quota(payer).take()) {
            throw new MetaRefusal(told(payer, refusal(payer)));
        }
    }

    Answer told(Payer payer, Answer answer) {
        WindowQuota quota = quota(payer);
        int percent = 100 * (quota.limit() - quota.remaining()) / quota.limit();
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        usage.put("call_count", percent).put("total_time", percent / 2).put("total_cputime", percent / 3);
        if (payer.id().equals(APP)) {
            return answer.with("X-App-Usage", usage.toString());
        }
        usage.put("type", payer.kind()).put("estimated_time_to_regain_access", percent < 100 ? 0 : minutes(quota));
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.putArray(payer.id()).add(usage);
        return answer.with("X-Business-Use-Case-Usage", all.toString());
    }

    private long minutes(WindowQuota quota) {
        return 1 + Duration.between(clock.instant(), quota.resetsAt()).toMinutes();
    }

    private WindowQuota quota(Payer payer) {
        return quotas.computeIfAbsent(
                payer.id(), id -> new WindowQuota(clock, id.equals(APP) ? APP_LIMIT : ACCOUNT_LIMIT, WINDOW));
    }

    private static Answer refusal(Payer payer) {
        return switch (payer.kind()) {
            case "pages" -> MetaErrors.of(80_001, 0, "There have been too many calls to this Page account.");
            case "instagram" -> MetaErrors.of(80_002, 0, "There have been too many calls to this Instagram account.");
            case "threads" -> MetaErrors.of(17, 0, "(#17) User request limit reached");
            default -> MetaErrors.of(403, 4, 0, "(#4) Application request limit reached", "");
        };
    }
}
