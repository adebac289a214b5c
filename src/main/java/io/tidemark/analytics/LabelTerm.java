package io.tidemark.analytics;

import io.tidemark.frame.Label;
import io.tidemark.frame.LabelKind;
import io.tidemark.frame.Labels;
import java.util.Optional;
import java.util.stream.Stream;

/// What a question says about the labels of posts. Terms that ask for something are alternatives within a kind and add
/// up across kinds; each [Without] takes away from all of them.
public sealed interface LabelTerm {
    String PARAMETER = "label";

    /// The post carries the label: `campaign:Spring`, or the label's number.
    record With(Reference label) implements LabelTerm {}

    /// The post does not carry the label: `not:campaign:Spring`.
    record Without(Reference label) implements LabelTerm {}

    /// The post carries no label of the kind: `none:campaign`.
    record NoneOf(LabelKind kind) implements LabelTerm {}

    /// A label by number, or by kind and name.
    record Reference(String text) {
        /// @throws BadQuery when the business has no such label; it lists those that there are
        Label resolve(Labels labels) {
            return find(labels)
                    .orElseThrow(() -> BadQuery.unknownLabel(
                            text, labels.all().stream().map(Label::key).toList()));
        }

        private Optional<Label> find(Labels labels) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? labels.find(Long.parseLong(text))
                    : labels.find(LabelKind.find(text.substring(0, colon)).orElseThrow(), text.substring(colon + 1));
        }
    }

    /// @throws BadQuery when the text has none of the forms
    static LabelTerm parse(String text) {
        if (text.startsWith("none:")) {
            String kind = text.substring("none:".length());
            return new NoneOf(LabelKind.find(kind)
                    .orElseThrow(() -> BadQuery.noneOf(
                            PARAMETER,
                            text,
                            LabelKind.keys().stream().map(key -> "none:" + key).toList())));
        }
        return text.startsWith("not:")
                ? new Without(reference(text.substring("not:".length()), text))
                : new With(reference(text, text));
    }

    private static Reference reference(String text, String whole) {
        int colon = text.indexOf(':');
        boolean named = colon > 0
                && colon < text.length() - 1
                && LabelKind.find(text.substring(0, colon)).isPresent();
        if (!named && !text.matches("[1-9]\\d{0,15}")) {
            throw BadQuery.noneOf(
                    PARAMETER,
                    whole,
                    Stream.concat(
                                    LabelKind.keys().stream().map(kind -> kind + ":NAME"),
                                    Stream.of("a label_id", "not:KIND:NAME", "none:KIND"))
                            .toList());
        }
        return new Reference(text);
    }
}
