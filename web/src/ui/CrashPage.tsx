import { Button, Stack, Text, Title } from "@mantine/core";

/** The last resort when a part of the page fails that has no error state of its own. */
export function CrashPage({ error }: { error: unknown }) {
  return (
    <main className="tm-sign-in">
      <Stack gap="sm">
        <Title order={1} size="h2">
          This page stopped working
        </Title>
        <Text>Reload it. If that does not help, the words below may help whoever runs the server.</Text>
        <Text size="sm" c="dimmed" className="tm-break">
          {String(error)}
        </Text>
        <div>
          <Button onClick={() => window.location.reload()}>Reload</Button>
        </div>
      </Stack>
    </main>
  );
}
