package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.Insight;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The name of a finding, which stays the same from day to day: its type, and what it is about.
final class InsightId {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789_-";

    private InsightId() {}

    /// Such as `record_post.engagement.1003`.
    static String of(Insight insight) {
        StringBuilder id = new StringBuilder(insight.type().name().toLowerCase(Locale.ROOT));
        String metric = insight.metric();
        AccountName account = insight.account();
        String subject = insight.subject();
        if (metric != null) {
            id.append('.').append(metric);
        }
        if (account != null) {
            id.append('.').append(account.id());
        }
        if (subject != null) {
            id.append('.').append(plain(subject));
        }
        return id.toString();
    }

    /// Fit for an address: any other byte as `~` and two hexadecimal digits.
    private static String plain(String subject) {
        StringBuilder plain = new StringBuilder();
        for (byte one : subject.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(one) >= 0) {
                plain.append((char) one);
            } else {
                plain.append('~').append("%02x".formatted(one));
            }
        }
        return plain.toString();
    }
}
