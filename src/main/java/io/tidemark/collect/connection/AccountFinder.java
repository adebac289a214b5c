package io.tidemark.collect.connection;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.Credential;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.JsonHttp;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.Redaction;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Lists the accounts that a sign-in opens, while somebody waits: nothing is repeated.
final class AccountFinder {
    private static final Sentence NO_SENSE = Sentence.of(
            "accounts_make_no_sense",
            "The platform's list of accounts makes no sense to us: look for accounts connector={connector} in the server's log.");
    private static final Sentence NO_JSON =
            Sentence.of("accounts_no_json", "The platform's answer about accounts is not JSON.");

    /// Nobody chooses among more.
    private static final int MOST = 500;
    private static final int MOST_PAGES = 50;

    private static final Logger LOG = LoggerFactory.getLogger(AccountFinder.class);

    private final JsonHttp http = JsonHttp.prompt();
    private final Clock clock;

    AccountFinder(Clock clock) {
        this.clock = clock;
    }

    /// An account with the connector that reads it.
    record Found(Connector connector, FoundAccount account) {}

    /// @throws CallFailed where the platform does not tell
    List<Found> find(Login login, Credential credential, Login.@Nullable Place place) {
        List<Found> found = new ArrayList<>();
        List<CallFailed> refusals = new ArrayList<>();
        for (Connector connector : login.connectors()) {
            try {
                find(connector, credential, place, found);
            } catch (CallFailed failed) {
                // One of several kinds of account was not granted: the others may be chosen all the same.
                if (!(failed.fault() instanceof Fault.NotPermitted)) {
                    throw failed;
                }
                refusals.add(failed);
            }
        }
        if (found.isEmpty() && !refusals.isEmpty()) {
            throw refusals.getFirst();
        }
        return found;
    }

    /// @throws CallFailed also where what the platform tells makes no sense
    private void find(Connector connector, Credential credential, Login.@Nullable Place place, List<Found> found) {
        Redaction redaction = new Redaction();
        redaction.know(credential.token());
        Api api = new Calls(connector, credential, place, redaction);
        try {
            String cursor = null;
            for (int page = 0; page < MOST_PAGES && found.size() < MOST; page++) {
                Page<FoundAccount> accounts = connector.accounts(api, cursor);
                accounts.items().forEach(account -> found.add(new Found(connector, account)));
                cursor = accounts.next();
                if (cursor == null) {
                    return;
                }
            }
        } catch (CallFailed failed) {
            throw failed;
        } catch (RuntimeException problem) {
            LOG.error("accounts connector={} {}", connector.key(), redaction.of(problem));
            throw new CallFailed(new Fault.Unreadable(NO_SENSE.said(Map.of("connector", Value.name(connector.key())))));
        }
    }

    private final class Calls implements Api {
        private final Connector connector;
        private final Credential credential;
        private final Login.@Nullable Place place;
        private final Redaction redaction;

        Calls(Connector connector, Credential credential, Login.@Nullable Place place, Redaction redaction) {
            this.connector = connector;
            this.credential = credential;
            this.place = place;
            this.redaction = redaction;
        }

        @Override
        public JsonNode call(ApiRequest request) {
            ApiResponse response =
                    http.send(request, connector.base(place), credential).response();
            Fault fault = connector.fault(response);
            if (fault != null) {
                throw new CallFailed(redaction.of(fault));
            }
            JsonNode body = response.body();
            if (body == null) {
                throw new CallFailed(new Fault.Unreadable(NO_JSON.said()));
            }
            return body;
        }

        @Override
        public Login.@Nullable Place place() {
            return place;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }
    }
}
