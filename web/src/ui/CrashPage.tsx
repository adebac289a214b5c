import { Button, Stack, Text, Title } from "@mantine/core";
import { t } from "../text/text";

/** The last resort when a part of the page fails that has no error state of its own. */
export function CrashPage({ error }: { error: unknown }) {
  return (
    <main className="tm-sign-in">
      <Stack gap="sm">
        <Title order={1} size="h2">
          {t("This page stopped working")}
        </Title>
        <Text>
          {t("Reload it. If that does not help, the words below may help whoever runs the server.")}
        </Text>
        <Text size="sm" c="dimmed" className="tm-break">
          {String(error)}
        </Text>
        <div>
          <Button onClick={() => window.location.reload()}>{t("Reload")}</Button>
        </div>
      </Stack>
    </main>
  );
}
