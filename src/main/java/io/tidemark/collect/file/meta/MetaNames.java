package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.table.Vocabulary;
import java.text.Normalizer;
import java.util.Locale;

/// The words of Meta Business Suite's content exports, in English and Portuguese.
final class MetaNames {
    static final Vocabulary VOCABULARY = new Vocabulary()
            .with("post id", "Identificação do post")
            .with("account id", "Identificação da conta")
            .with("account username", "Nome de usuário da conta")
            .with("account name", "Nome da conta")
            .with("page id", "Identificação da página")
            .with("page name", "Nome da página")
            .with("title", "Título")
            .with("description", "Descrição")
            .with("duration (sec)", "Duration (secs)", "Duração (s)")
            .with("publish time", "Horário de publicação")
            .with("permalink", "Link permanente")
            .with("post type", "Tipo de post")
            .with("data comment", "Comentário de dados")
            .with("date", "Data")
            .with("views", "Visualizações")
            .with("impressions", "Impressões")
            .with("reach", "Alcance")
            .with("reactions", "Reações")
            .with("likes", "Curtidas")
            .with("comments", "Comentários")
            .with("shares", "Compartilhamentos")
            .with("saves", "Salvamentos")
            .with("follows", "Seguimentos")
            .with("replies", "Respostas")
            .with("profile visits", "Visitas ao perfil")
            .with("link clicks", "Cliques no link")
            .with("sticker taps", "Toques na figurinha")
            .with("navigation", "Navegação");

    private MetaNames() {}

    /// A column name as part of a key: `Ad CPM (USD)` is `ad_cpm_usd`.
    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }
}
