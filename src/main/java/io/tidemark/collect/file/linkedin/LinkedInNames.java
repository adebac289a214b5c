package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The words of LinkedIn's exports: pages in the layouts of 2020 and 2025, profiles of people.
final class LinkedInNames {
    private static final Set<String> DAYS = Set.of("date", "impressions (organic)", "impressions (total)");
    private static final Set<String> DAYS_WITH_REACH = Set.of("date", "unique impressions (organic)");
    static final Set<String> POSTS = Set.of("post link", "created date", "impressions");

    static final Vocabulary VOCABULARY = new Vocabulary()
            .with("date", "Fecha")
            .with("impressions (organic)", "Impresiones (orgánicas)")
            .with("impressions (sponsored)", "Impresiones (patrocinadas)")
            .with("impressions (total)", "Impresiones totales")
            .with("unique impressions (organic)", "Impresiones únicas (orgánicas)")
            .with("clicks (organic)", "Clics (orgánicos)")
            .with("clicks (sponsored)", "Clics (patrocinados)")
            .with("clicks (total)", "Clics (Totales)")
            // The Spanish sheet calls the organic part the general one; the column stands where the organic one stands.
            .with("reactions (organic)", "Reacciones (generales)")
            .with("reactions (sponsored)", "Reacciones (patrocinadas)")
            .with("reactions (total)", "Reacciones (total)")
            .with("comments (organic)", "Comentarios (orgánicos)")
            .with("comments (sponsored)", "Comentarios (patrocinados)")
            .with("comments (total)", "Comentarios (totales)")
            .with("reposts (organic)", "Shares (organic)", "Veces compartido (orgánico)")
            .with("reposts (sponsored)", "Shares (sponsored)", "Veces compartido (patrocinado)")
            .with("reposts (total)", "Shares (total)", "Veces compartido (total)")
            .with("engagement rate (total)", "Tasa de interacción (total)")
            .with("post title", "Update title", "Título de la publicación")
            .with("post link", "Update link", "Enlace de la publicación")
            .with("post type", "Update type", "Tipo de publicación")
            .with("campaign name", "Nombre de la campaña")
            .with("created date", "Fecha de creación")
            .with("impressions", "Impresiones")
            .with("views", "Video views", "Views (Excluding offsite video views)", "Visualizaciones")
            .with("offsite views", "Visualizaciones fuera del sitio")
            .with("clicks", "Clics")
            .with("likes", "Recomendaciones")
            .with("comments", "Comentarios")
            .with("reposts", "Shares", "Veces compartido")
            .with("follows", "Seguidores")
            .with("engagement rate", "Tasa de interacción")
            .with("content type", "Tipo de contenido")
            // Profiles of people: German and Portuguese.
            .with("date", "Datum", "Data")
            .with("impressions", "Impressionen", "Impressões")
            .with("engagements", "Interaktionen", "Engajamentos")
            .with("clicks", "Klicks", "Cliques")
            .with("post url", "Beitrags-URL", "URL da publicação")
            .with("post publish date", "Veröffentlichungsdatum des Beitrags", "Data de publicação")
            .with("new followers", "Neue Follower", "Novos seguidores")
            .with("members reached", "Erreichte Mitglieder", "Membros alcançados")
            .with("top demographics", "Top-Demografien", "Principais dados demográficos")
            .with("value", "Wert", "Valor")
            .with("percentage", "Prozentsatz", "Porcentagem", "Percentual");

    private static final Map<String, Format> FORMATS = Map.ofEntries(
            Map.entry("text", Format.TEXT),
            Map.entry("texto", Format.TEXT),
            Map.entry("image", Format.IMAGE),
            Map.entry("imagen", Format.IMAGE),
            Map.entry("multi-image", Format.CAROUSEL),
            Map.entry("multi image", Format.CAROUSEL),
            Map.entry("multiple images", Format.CAROUSEL),
            Map.entry("multiphoto", Format.CAROUSEL),
            Map.entry("carousel", Format.CAROUSEL),
            Map.entry("video", Format.VIDEO),
            Map.entry("vídeo", Format.VIDEO),
            Map.entry("document", Format.DOCUMENT),
            Map.entry("documento", Format.DOCUMENT),
            Map.entry("article", Format.LINK),
            Map.entry("artículo", Format.LINK),
            Map.entry("link", Format.LINK),
            Map.entry("poll", Format.POLL),
            Map.entry("encuesta", Format.POLL));

    private LinkedInNames() {}

    static boolean isOfDays(Header header) {
        return header.hasAll(DAYS) || header.hasAll(DAYS_WITH_REACH);
    }

    /// The headers of a kind in the parts of a file, one in each part at most.
    static List<Header> headers(ExportFile file, Predicate<Header> passes) {
        return file.parts().stream()
                .flatMap(part -> Header.find(part, VOCABULARY, passes).stream())
                .toList();
    }

    /// The format that one of the two type columns names; LinkedIn fills them in some exports only.
    static Format format(Line line) {
        return FORMATS.getOrDefault(
                word(line, "content type"), FORMATS.getOrDefault(word(line, "post type"), Format.UNKNOWN));
    }

    static Boosted boosted(Line line) {
        String type = word(line, "post type");
        if (line.text("campaign name").isPresent() || type.startsWith("sponsored") || type.startsWith("patrocinad")) {
            return Boosted.YES;
        }
        return type.startsWith("organic") || type.startsWith("orgánic") ? Boosted.NO : Boosted.UNKNOWN;
    }

    private static String word(Line line, String column) {
        return Vocabulary.normalise(line.cell(column).text());
    }
}
