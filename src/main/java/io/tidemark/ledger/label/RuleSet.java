package io.tidemark.ledger.label;

import io.tidemark.frame.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The rules of some labels, ready to be applied to many posts. The time for a post grows with the length of its text
/// and with the number of text rules; hashtags and campaigns are looked up.
public final class RuleSet {
    /// What of a text is looked at, in characters: several times what any platform lets one write.
    static final int LONGEST_TEXT = 200_000;

    private final Map<String, Set<Long>> hashtags = new HashMap<>();
    private final Map<String, Set<Long>> campaigns = new HashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();

    private record Phrase(String folded, boolean wholeWords, long label) {}

    /// @param rules by the id of the label
    public RuleSet(Map<Long, ? extends Collection<LabelRule>> rules) {
        rules.forEach((label, ofLabel) -> ofLabel.forEach(rule -> add(label, rule)));
    }

    public boolean isEmpty() {
        return hashtags.isEmpty() && campaigns.isEmpty() && phrases.isEmpty();
    }

    /// The ids of the labels that a post earns, ascending.
    public Set<Long> match(@Nullable String text, @Nullable String url) {
        Set<Long> labels = new TreeSet<>();
        if (text != null) {
            String bounded = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
            if (!hashtags.isEmpty()) {
                Hashtags.of(bounded).forEach(tag -> labels.addAll(hashtags.getOrDefault(tag, Set.of())));
            }
            matchPhrases(bounded, labels);
            matchCampaigns(bounded, labels);
        }
        if (url != null) {
            matchCampaigns(url.length() <= LONGEST_TEXT ? url : url.substring(0, LONGEST_TEXT), labels);
        }
        return labels;
    }

    private void matchPhrases(String text, Set<Long> labels) {
        if (phrases.isEmpty()) {
            return;
        }
        String folded = Names.key(text);
        for (Phrase phrase : phrases) {
            boolean contains = phrase.wholeWords()
                    ? Words.containsWhole(folded, phrase.folded())
                    : folded.contains(phrase.folded());
            if (contains) {
                labels.add(phrase.label());
            }
        }
    }

    private void matchCampaigns(String text, Set<Long> labels) {
        if (!campaigns.isEmpty()) {
            Campaigns.of(text).forEach(name -> labels.addAll(campaigns.getOrDefault(name, Set.of())));
        }
    }

    private void add(long label, LabelRule rule) {
        String folded = Names.key(rule.value());
        switch (rule.type()) {
            case HASHTAG ->
                hashtags.computeIfAbsent(folded, tag -> new TreeSet<>()).add(label);
            case TEXT -> phrases.add(new Phrase(folded, rule.wholeWords(), label));
            case UTM_CAMPAIGN ->
                campaigns.computeIfAbsent(folded, name -> new TreeSet<>()).add(label);
        }
    }
}
