package io.tidemark.collect.connector.mastodon;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// What a post says, written in HTML by a server that anybody may run: of it the text alone is taken.
final class Content {
    private static final Set<String> BLOCKS =
            Set.of("p", "div", "blockquote", "pre", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6");

    /// The address of a quoted post, for programs that cannot show it.
    private static final String OF_QUOTE = ".quote-inline";

    private final Element body;

    Content(String html) {
        body = Jsoup.parseBodyFragment(html).body();
        body.select(OF_QUOTE).remove();
    }

    /// With an empty line between paragraphs. Addresses are whole, also where a server shows only a part of them.
    String text() {
        StringBuilder text = new StringBuilder();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText());
                } else if (node.nameIs("br")) {
                    text.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (BLOCKS.contains(node.normalName())) {
                    text.append(node.nameIs("li") ? "\n" : "\n\n");
                }
            }
        });
        return plain(text.toString().replaceAll("\n{3,}", "\n\n"));
    }

    /// Text without the character that no database keeps in one.
    static String plain(String text) {
        return text.replace("\0", "").strip();
    }

    /// Whether it links to something beside people and hashtags.
    boolean linksElsewhere() {
        return body.select("a[href]").stream().anyMatch(link -> !link.hasClass("mention") && !link.hasClass("hashtag"));
    }
}
