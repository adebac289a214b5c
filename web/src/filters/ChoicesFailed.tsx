import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { accountsQuery } from "../api/queries";
import { t } from "../text/text";

/** Says why there is nothing to choose from, where that is not the business's own state. */
export function ChoicesFailed({ business }: { business: number }) {
  const accounts = useQuery(accountsQuery(business));
  if (!accounts.isError) return null;
  return (
    <Group gap="sm" mb="xs" role="alert">
      <Text className="tm-note">{t("The accounts to choose from could not be loaded.")}</Text>
      <Button size="compact-xs" variant="default" onClick={() => void accounts.refetch()}>
        {t("Try again")}
      </Button>
    </Group>
  );
}
