package io.tidemark.collect.file.linkedin;

import static io.tidemark.metric.Metric.CLICKS;
import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.FOLLOWS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.IMPRESSIONS_ORGANIC;
import static io.tidemark.metric.Metric.IMPRESSIONS_PAID;
import static io.tidemark.metric.Metric.REACH;
import static io.tidemark.metric.Metric.REACTIONS;
import static io.tidemark.metric.Metric.SHARES;
import static io.tidemark.metric.Metric.VIDEO_VIEWS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Workbook;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Page content in every layout that is known, with all its columns, in their order and in any other.
class LinkedInLayoutsTest {
    private static final String LINK = "https://www.linkedin.com/feed/update/urn:li:activity:7306192134921981953";
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final List<Object> DAY =
            List.of("03/14/2025", 90, 10, 100, 60, 4, 1, 5, 6, 1, 7, 2, 0, 2, 1, 0, 1, 0.1444, 0.2, 0.15);
    private static final Map<Metric, Double> OF_DAY = Map.of(
            IMPRESSIONS, 100.0,
            IMPRESSIONS_ORGANIC, 90.0,
            IMPRESSIONS_PAID, 10.0,
            REACH, 60.0,
            CLICKS, 5.0,
            REACTIONS, 7.0,
            COMMENTS, 2.0,
            SHARES, 1.0);

    @TempDir
    Path folder;

    enum Layout {
        ENGLISH_2025(
                "Date|Impressions (organic)|Impressions (sponsored)|Impressions (total)|Unique impressions (organic)"
                        + "|Clicks (organic)|Clicks (sponsored)|Clicks (total)|Reactions (organic)|Reactions (sponsored)"
                        + "|Reactions (total)|Comments (organic)|Comments (sponsored)|Comments (total)|Reposts (organic)"
                        + "|Reposts (sponsored)|Reposts (total)|Engagement rate (organic)|Engagement rate (sponsored)"
                        + "|Engagement rate (total)",
                "Post title|Post link|Post type|Campaign name|Posted by|Created date|Campaign start date"
                        + "|Campaign end date|Audience|Impressions|Views|Offsite Views|Clicks|Click through rate (CTR)"
                        + "|Likes|Comments|Reposts|Follows|Engagement rate|Content Type",
                true),
        ENGLISH_2023(
                ENGLISH_2025.days,
                ENGLISH_2025.posts.replace("|Views|", "|Views (Excluding offsite video views)|"),
                true),
        ENGLISH_2020(
                ENGLISH_2025.days.replace("Reposts", "Shares"),
                "Update title|Update link|Update type|Campaign name|Posted by|Created date|Campaign start date"
                        + "|Campaign end date|Audience|Impressions|Video views|Clicks|Click through rate (CTR)|Likes"
                        + "|Comments|Shares|Follows|Engagement rate",
                false),
        SPANISH(
                "Fecha|Impresiones (orgánicas)|Impresiones (patrocinadas)|Impresiones totales"
                        + "|Impresiones únicas (orgánicas)|Clics (orgánicos)|Clics (patrocinados)|Clics (Totales)"
                        + "|Reacciones (generales)|Reacciones (patrocinadas)|Reacciones (total)"
                        + "|Comentarios (orgánicos)|Comentarios (patrocinados)|Comentarios (totales)"
                        + "|Veces compartido (orgánico)|Veces compartido (patrocinado)|Veces compartido (total)"
                        + "|Tasa de interacción (orgánica)|Tasa de interacción (patrocinada)"
                        + "|Tasa de interacción (total)",
                "Título de la publicación|Enlace de la publicación|Tipo de publicación|Nombre de la campaña"
                        + "|Anunciado por|Fecha de creación|Fecha de inicio de campaña"
                        + "|Fecha de finalización de campaña|Público|Impresiones|Visualizaciones"
                        + "|Visualizaciones fuera del sitio|Clics|Porcentaje de clics|Recomendaciones|Comentarios"
                        + "|Veces compartido|Seguidores|Tasa de interacción|Tipo de contenido",
                true);

        private final String days;
        private final String posts;
        private final boolean offsite;

        Layout(String days, String posts, boolean offsite) {
            this.days = days;
            this.posts = posts;
            this.offsite = offsite;
        }

        private List<Object> post() {
            List<Object> row = new ArrayList<>(List.of(
                    "Hello",
                    LINK,
                    "Organic",
                    "",
                    "Jane Doe",
                    "03/14/2025",
                    "",
                    "",
                    "All followers",
                    100,
                    40,
                    3,
                    5,
                    0.05,
                    7,
                    2,
                    1,
                    4,
                    0.15,
                    ""));
            if (!offsite) {
                row.removeLast();
                row.remove(Integer.valueOf(3));
            }
            return row;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnIsFoundInItsPlace(Layout layout) {
        check(layout, 0);
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnIsFoundAnywhereElse(Layout layout) {
        check(layout, 7);
    }

    private void check(Layout layout, long seed) {
        Import imports = new Import(folder);
        Workbook file = new Workbook()
                .sheet("Days", List.of("A note"), moved(names(layout.days), seed), moved(DAY, seed))
                .sheet("Posts", moved(names(layout.posts), seed), moved(layout.post(), seed));
        ImportReport report = imports.of("acme_content_1742193384396.xls", file.bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 1, 1, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(imports.days().getFirst().values()).isEqualTo(MetricValues.of(OF_DAY));
        assertThat(imports.breakdowns().stream().filter(part -> part.dimension().equals("delivery")))
                .hasSize(8);
        assertThat(imports.posts().getFirst().version().boosted()).isEqualTo(Boosted.NO);
        assertThat(imports.posts().getFirst().values())
                .isEqualTo(MetricValues.of(Map.of(
                        IMPRESSIONS,
                        100.0,
                        VIDEO_VIEWS,
                        40.0,
                        CLICKS,
                        5.0,
                        REACTIONS,
                        7.0,
                        COMMENTS,
                        2.0,
                        SHARES,
                        1.0,
                        FOLLOWS,
                        4.0)));
        assertThat(imports.breakdowns("content", "linkedin.offsite_views")).hasSize(layout.offsite ? 1 : 0);
    }

    private static List<String> names(String line) {
        return BAR.splitAsStream(line).toList();
    }

    private static List<Object> moved(List<?> cells, long seed) {
        List<Object> row = new ArrayList<>(cells);
        if (seed != 0) {
            Collections.shuffle(row, new Random(seed));
        }
        return row;
    }
}
