package io.tidemark.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentPolicyTest {
    @Test
    void aScriptThatStandsInTheDocumentIsNamedByItsHash() {
        String policy = ContentPolicy.of("""
                <head><script>begin()</script><script type="module" src="/assets/a.js"></script></head>
                """);

        // echo -n 'begin()' | openssl dgst -sha256 -binary | base64
        assertThat(policy).contains("script-src 'self' 'sha256-15S4FGE7rP6kq/PzA1uIhN3+8zfaO6/TnJp4fMWo7lE='; ");
    }

    @Test
    void everyScriptOfTheDocumentIsNamed() {
        assertThat(ContentPolicy.of("<script>one()</script><script>two()\n</script>"))
                .containsPattern("script-src 'self' 'sha256-[^']+' 'sha256-[^']+';");
    }

    @Test
    void withoutThemScriptsComeFromOurFilesOnly() {
        assertThat(ContentPolicy.of("<script src=\"/assets/a.js\"></script>"))
                .contains("default-src 'self'; script-src 'self'; ")
                .doesNotContain("sha256");
    }
}
