package io.tidemark.frame;

/// What posts are sorted by: within a kind a name means one label, whatever the case of its letters.
public record Label(long id, LabelKind kind, String name) {
    /// How questions name it, such as `campaign:Spring`.
    public String key() {
        return kind.key() + ":" + name;
    }

    public boolean isNamed(LabelKind wanted, String text) {
        return kind == wanted && Names.same(name, text);
    }
}
