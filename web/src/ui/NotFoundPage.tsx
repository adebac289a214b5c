import { Anchor, Stack, Text, Title } from "@mantine/core";
import { HOME } from "../auth/returnTo";
import { t } from "../text/text";

export function NotFoundPage() {
  return (
    <main className="tm-sign-in">
      <Stack gap="sm">
        <Title order={1} size="h2">
          {t("There is no page at this address")}
        </Title>
        <Text>
          <Anchor href={HOME}>{t("Open the analytics")}</Anchor>
        </Text>
      </Stack>
    </main>
  );
}
