package io.tidemark.collect.connector.pinterest;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.TrackedAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Numbers of pins. Pinterest tells counters by the id of one pin, and with the list of 250: so the list is read as far
/// as the pins reach, and only those that it should have shown are asked for one by one.
final class PinReadings {
    /// How many pins are asked for one by one in a reading.
    private static final int ALONE = 5;

    private PinReadings() {}

    static Map<String, PostReading> counters(Api api, TrackedAccount account, List<PostRef> pins) {
        Map<String, PostReading> readings = new HashMap<>(Owner.asking(api, account, () -> listed(api, pins)));
        List<String> left = pins.stream()
                .map(PostRef::externalId)
                .filter(id -> !readings.containsKey(id))
                .toList();
        if (!left.isEmpty()) {
            Owner.mustBeShown(api, account);
            left.stream().limit(ALONE).forEach(id -> alone(api, id, readings));
        }
        return readings;
    }

    /// Newest first, so that the list has been read far enough once it shows what is older than the oldest.
    private static Map<String, PostReading> listed(Api api, List<PostRef> pins) {
        Set<String> wanted = pins.stream().map(PostRef::externalId).collect(Collectors.toSet());
        Instant oldest =
                pins.stream().map(PostRef::publishedAt).min(Instant::compareTo).orElseThrow();
        Map<String, PostReading> readings = new HashMap<>();
        Set<String> bookmarks = new HashSet<>();
        @Nullable String bookmark = null;
        boolean passed = false;
        do {
            Page<JsonNode> page = PinterestCalls.pins(api, bookmark);
            for (JsonNode json : page.items()) {
                Pin pin = new Pin(json);
                if (wanted.contains(pin.id())) {
                    readings.put(pin.id(), new PostReading.Values(PinNumbers.lifetime(json)));
                }
                passed = pin.createdAt().isBefore(oldest);
            }
            bookmark = page.next();
            // A list that comes back to where it was has ended.
        } while (bookmark != null && readings.size() < wanted.size() && !passed && bookmarks.add(bookmark));
        return readings;
    }

    /// One that may not be seen, as on a board that became secret, is left out.
    private static void alone(Api api, String id, Map<String, PostReading> readings) {
        try {
            readings.put(id, new PostReading.Values(PinNumbers.lifetime(PinterestCalls.pin(api, id))));
        } catch (CallFailed failed) {
            switch (failed.fault()) {
                case Fault.NotFound gone -> readings.put(id, new PostReading.Gone());
                case Fault.NotPermitted hidden -> readings.remove(id);
                default -> throw failed;
            }
        }
    }

    /// Totals since each pin's creation, as far as days are settled.
    static Map<String, PostReading> totals(Api api, TrackedAccount account, List<PostRef> pins, Set<String> metrics) {
        LocalDate first = pins.stream()
                .map(PinReadings::created)
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate today = LocalDate.ofInstant(api.now(), ZoneOffset.UTC);
        List<String> ids = pins.stream().map(PostRef::externalId).toList();
        JsonNode told = Owner.asking(api, account, () -> PinterestCalls.pinDays(api, ids, first, today, metrics));
        Map<String, PostReading> readings = new HashMap<>();
        for (PostRef pin : pins) {
            JsonNode ofPin = told.path(pin.externalId());
            if (ofPin.isObject()) {
                readings.put(pin.externalId(), new PostReading.Values(Day.total(ofPin, created(pin))));
            }
        }
        return readings;
    }

    private static LocalDate created(PostRef pin) {
        return LocalDate.ofInstant(pin.publishedAt(), ZoneOffset.UTC);
    }
}
