package io.tidemark.collect.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
    private final Redaction redaction = new Redaction();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/next?ACCESS_TOKEN=hush&after=1",
                "a%3Faccess_token%3Dhush&x",
                "{\"refresh_token\" : \"hush\"}",
                "client_secret=hush",
                "{\"Fb_Exchange_Token\":\"hush\"}",
                "appsecret_proof=hush",
                "code_verifier=hush",
                "{\"id_token\":\"hush\"}",
                "{\"accessJwt\": \"hush\"}",
                "{\"refreshJwt\":\"hush\"}",
                "Authorization: bearer hush"
            })
    void whatStandsWhereSecretsDoIsLeftOutThoughNobodyKnowsIt(String text) {
        assertThat(redaction.of(text)).doesNotContain("hush").contains("(secret)");
    }

    @Test
    void whatIsKnownIsLeftOutWhereverItStands() {
        redaction.know(new Secret("s3cr+t"));

        assertThat(redaction.of("{\"next\":\"/a?b=s3cr%2Bt\",\"said\":\"no s3cr+t here\"}"))
                .isEqualTo("{\"next\":\"/a?b=(secret)\",\"said\":\"no (secret) here\"}");
    }

    @Test
    void theRestStaysAsItIs() {
        String text = "{\"tokens\": 3, \"said\": \"the secret of a good post\"}";

        assertThat(redaction.of(text)).isEqualTo(text);
    }
}
