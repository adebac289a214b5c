package io.tidemark.collect.file.youtube;

import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.ENGAGED_VIEWS;
import static io.tidemark.metric.Metric.FOLLOWS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.LIKES;
import static io.tidemark.metric.Metric.SHARES;
import static io.tidemark.metric.Metric.VIDEO_VIEWS;
import static io.tidemark.metric.Metric.WATCH_TIME_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Zip;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.ledger.Observation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exports of the Studio in other languages: the names differ, the days stay English.
class YouTubeLanguagesTest {
    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).account("acme");
    }

    @Test
    void aPortugueseArchiveWithAllColumnsIsRead() {
        Import imports = imports();
        ImportReport report = imports.of(
                "Conteúdo.zip",
                new Zip()
                        .add("Totais.csv", "Data,Visualizações\n2022-12-01,50\n2022-12-02,100\n")
                        .add(
                                "Dados da tabela.csv",
                                "Conteúdo,Título do vídeo,Horário de publicação do vídeo,Duração,Visualizações intencionais,"
                                        + "Porcentagem visualizada média (%),Continuaram assistindo (%),Espectadores únicos,"
                                        + "Inscrições obtidas,Inscrições perdidas,\"Marcações \"\"Gostei\"\"\","
                                        + "\"Marcações \"\"Não gostei\"\"\",Compartilhamentos,Comentários adicionados,"
                                        + "Visualizações,Tempo de exibição (horas),Inscritos,Receita estimada (BRL),"
                                        + "Duração média da visualização,Impressões,Taxa de cliques de impressões (%)\n"
                                        + "Total,,,,100,,,,7,2,10,1,3,4,150,3.5,5,1.5,0:01:00,900,5\n"
                                        + " -bcdefghijk,Olá,\"Dec 1, 2022\",61,100,45.6,70,80,7,2,10,1,3,4,150,2.5,5,1.5,"
                                        + "0:01:00,900,5\n")
                        .bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 1, 2, 0, 1, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        Observation.OfPost video = imports.posts().getFirst();
        assertThat(video.aliases().getFirst().externalId()).isEqualTo("-bcdefghijk");
        assertThat(video.values().present())
                .containsExactlyInAnyOrder(
                        VIDEO_VIEWS, WATCH_TIME_SECONDS, IMPRESSIONS, ENGAGED_VIEWS, LIKES, SHARES, COMMENTS, FOLLOWS);
        assertThat(value(imports, "youtube.average_view_duration_seconds")).isEqualTo(60);
        assertThat(value(imports, "youtube.dislikes")).isEqualTo(1);
        assertThat(value(imports, "youtube.subscribers_lost")).isEqualTo(2);
        assertThat(value(imports, "youtube.your_estimated_revenue_brl")).isEqualTo(1.5);
        assertThat(imports.sumOfDays(VIDEO_VIEWS)).isEqualTo(150);
    }

    @ParameterizedTest
    @CsvSource({
        "País, geography, BR",
        "Idade do espectador, viewer_age, 18-24",
        "Gênero do espectador, viewer_gender, Feminino",
        "Origem do tráfego, traffic_source, Externo",
        "Tipo de conteúdo, content_type, Shorts"
    })
    void portugueseDimensionsKeepTheirMeaning(String column, String dimension, String key) {
        Import imports = imports();
        imports.of(
                "2022-12-01_2022-12-31.csv",
                column + ",Visualizações,Tempo de exibição (horas)\nTotal,150,3.5\n" + key + ",100,2.5\n");
        assertThat(imports.breakdowns(dimension, "video_views"))
                .singleElement()
                .satisfies(part -> assertThat(part.key()).isEqualTo(key));
    }

    @Test
    void aSpanishTableOfSpainIsRead() {
        Import imports = imports();
        ImportReport report = imports.of(
                "2022-12-01_2022-12-31.csv",
                "Contenido,Título del vídeo,Hora de publicación del vídeo,Duración,Visualizaciones,"
                        + "Tiempo de visualización (horas),Suscriptores,Ingresos estimados (EUR),Impresiones,"
                        + "Porcentaje de clics de las impresiones (%)\n"
                        + "abcdefghijk,Hola,\"Dec 18, 2022\",61,5,1.5,0,2.25,9,7.5\n");
        assertThat(report.rows().posts()).isEqualTo(1);
        assertThat(imports.sumOfPosts(VIDEO_VIEWS)).isEqualTo(5);
        assertThat(imports.sumOfPosts(IMPRESSIONS)).isEqualTo(9);
        assertThat(value(imports, "youtube.your_estimated_revenue_eur")).isEqualTo(2.25);
        assertThat(value(imports, "youtube.impressions_click_through_rate_percent"))
                .isEqualTo(7.5);
    }

    @ParameterizedTest
    @CsvSource({
        "Showing top 500 results",
        "Mostrando os 500 principais resultados",
        "Exibindo os 500 principais resultados",
        "Se muestran los 500 resultados principales",
        "Mostrando los 500 resultados principales"
    })
    void theFooterCountsAsATotalInEveryLanguage(String footer) {
        ImportReport report = imports()
                .of(
                        "2022-12-01_2022-12-31.csv",
                        "Geografia,Visualizações,Tempo de exibição (horas)\nBR,100,2.5\n" + footer + ",,\n");
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 0, 0, 0, 1, 1, 0, 0));
    }

    private static double value(Import imports, String metric) {
        return imports.breakdowns("content", metric).getFirst().value();
    }
}
