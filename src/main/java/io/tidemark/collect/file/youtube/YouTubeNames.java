package io.tidemark.collect.file.youtube;

import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.Vocabulary;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of YouTube Studio's export, in English, Portuguese and Spanish.
final class YouTubeNames {
    static final Vocabulary VOCABULARY = new Vocabulary()
            .with("date", "Data", "Fecha")
            .with(
                    "content",
                    "Video",
                    "Conteúdo",
                    "ID do conteúdo",
                    "Vídeo",
                    "Contenido",
                    "ID del vídeo",
                    "ID del video")
            .with("video title", "Título do vídeo", "Título del video", "Título del vídeo")
            .with(
                    "video publish time",
                    "Horário de publicação do vídeo",
                    "Horário de publicação",
                    "Hora de publicación del video",
                    "Hora de publicación del vídeo")
            .with("duration", "Duração", "Duração do vídeo (segundos)", "Duración")
            .with("geography", "Geografia", "País", "Ubicación geográfica")
            .with("cities", "Cidades")
            .with("city name", "Nome da cidade")
            .with("traffic source", "Origem do tráfego")
            .with("content type", "Tipo de conteúdo")
            .with("viewer age", "Idade do espectador")
            .with("viewer gender", "Gênero do espectador")
            .with("views", "Visualizações", "Vistas", "Visualizaciones")
            .with("engaged views", "Visualizações intencionais", "Visualizações engajadas")
            .with("watch time (hours)", "Tempo de exibição (horas)", "Tiempo de visualización (horas)")
            .with("average view duration", "Duração média da visualização", "Duración media de la visualización")
            .with("average percentage viewed (%)", "Porcentagem visualizada média (%)", "Porcentaje medio visto (%)")
            .with("stayed to watch (%)", "Continuaram assistindo (%)")
            .with("unique viewers", "Espectadores únicos")
            .with("average views per viewer", "Média de visualizações por espectador")
            .with("new viewers", "Novos espectadores")
            .with("returning viewers", "Espectadores recorrentes")
            .with("casual viewers", "Espectadores casuais")
            .with("hype points", "Pontos de hype")
            .with("impressions", "Impressões", "Impresiones")
            .with(
                    "impressions click-through rate (%)",
                    "Taxa de cliques de impressões (%)",
                    "Porcentaje de clics de las impresiones (%)",
                    "CTR de las impresiones (%)")
            .with("likes", "Marcações \"Gostei\"", "Marcações Gostei", "Me gusta")
            .with("dislikes", "Marcações \"Não gostei\"", "Marcações Não gostei")
            .with("likes (vs dislikes) (%)", "\"Gostei\" (vs. \"Não gostei\") (%)")
            .with("shares", "Compartilhamentos", "Compartidos")
            .with("comments added", "Comentários adicionados")
            .with("subscribers", "Inscritos", "Suscriptores")
            .with("subscribers gained", "Inscrições obtidas", "Suscriptores ganados")
            .with("subscribers lost", "Inscrições perdidas", "Suscriptores perdidos");

    /// What a table may be broken down by, apart from content.
    private static final Set<String> DIMENSIONS = Set.of(
            "geography",
            "city",
            "cities",
            "subscription status",
            "subscription source",
            "viewer age",
            "viewer gender",
            "age",
            "gender",
            "traffic source",
            "external source",
            "device type",
            "operating system",
            "playback location",
            "playlist",
            "video type",
            "content type",
            "subtitles and cc",
            "video info language",
            "translation use",
            "sharing service",
            "end screen element type",
            "card type",
            "new and returning viewers",
            "audience by watch behavior",
            "youtube product",
            "product",
            "live/on demand");
    /// What describes a video beside its id.
    private static final Set<String> ATTRIBUTES = Set.of("video title", "video publish time", "duration", "city name");
    /// Metrics that only YouTube names so: they tell a table of an unknown dimension.
    private static final Set<String> SIGNATURES = Set.of(
            "watch time (hours)",
            "average view duration",
            "average percentage viewed (%)",
            "impressions click-through rate (%)");
    private static final Pattern FOOTER =
            Pattern.compile("^(showing|mostrando|exibindo|se muestran) .*\\d+.*", Pattern.CASE_INSENSITIVE);

    private YouTubeNames() {}

    /// The kinds of table in an export.
    enum Role {
        TOTALS,
        TABLE,
        CHART,
        UNKNOWN
    }

    static Role role(Header header) {
        boolean dated = header.has("date");
        boolean dimension = dimension(header).isPresent();
        if (dated && !dimension) {
            List<String> others =
                    header.names().stream().filter(name -> !name.equals("date")).toList();
            return !others.isEmpty() && others.stream().allMatch(YouTubeMetric::isKnown) ? Role.TOTALS : Role.UNKNOWN;
        }
        if (!dimension || YouTubeMetric.of(header).isEmpty()) {
            return Role.UNKNOWN;
        }
        if (dated) {
            return Role.CHART;
        }
        return header.names().stream().anyMatch(YouTubeMetric::isKnown) && isOurs(header) ? Role.TABLE : Role.UNKNOWN;
    }

    /// Other platforms too have a content type or a country beside impressions: a column that only YouTube has must
    /// tell, or there must be none that it does not have.
    private static boolean isOurs(Header header) {
        return header.has("content")
                || SIGNATURES.stream().anyMatch(header::has)
                || header.names().stream()
                        .allMatch(name -> name.isEmpty()
                                || isAttribute(name)
                                || DIMENSIONS.contains(name)
                                || YouTubeMetric.isKnown(name));
    }

    /// What the rows are about: a dimension by name, else, where the metrics can only be YouTube's, the first column
    /// that is none of them.
    static Optional<String> dimension(Header header) {
        List<String> names = header.names().stream()
                .filter(name -> !name.isEmpty() && !name.equals("date") && !isAttribute(name))
                .toList();
        Optional<String> known =
                names.stream().filter(name -> isDimension(header, name)).findFirst();
        boolean ours = SIGNATURES.stream().anyMatch(header::has);
        return known.isPresent() || !ours
                ? known
                : names.stream().filter(name -> !YouTubeMetric.isKnown(name)).findFirst();
    }

    private static boolean isDimension(Header header, String name) {
        return DIMENSIONS.contains(name)
                || (name.equals("content") && ATTRIBUTES.stream().anyMatch(header::has));
    }

    static boolean isAttribute(String name) {
        return ATTRIBUTES.contains(name);
    }

    /// `Showing top 500 results`, alone in its row.
    static boolean isFooter(Row row) {
        List<String> texts = row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .map(Cell::stripped)
                .toList();
        return texts.size() == 1 && FOOTER.matcher(texts.getFirst()).matches();
    }

    /// A column name as part of a key: `Viewer age` is `viewer_age`.
    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT)
                .replace("(%)", "percent")
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }
}
