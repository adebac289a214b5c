import { Anchor, Stack, Text, Title } from "@mantine/core";
import { HOME } from "../auth/returnTo";

export function NotFoundPage() {
  return (
    <main className="tm-sign-in">
      <Stack gap="sm">
        <Title order={1} size="h2">
          There is no page at this address
        </Title>
        <Text>
          <Anchor href={HOME}>Open the analytics</Anchor>
        </Text>
      </Stack>
    </main>
  );
}
