import { Checkbox, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { accountsQuery } from "../api/queries";
import type { Business } from "../api/types";
import { t } from "../text/text";
import { platformName } from "../ui/names";

interface Props {
  business: Business;
  search: string;
  onSearch: (search: string) => void;
}

/** The platforms that a report counts; none chosen means all. What else narrows it is kept. */
export function PlatformsInput({ business, search, onSearch }: Props) {
  const accounts = useQuery(accountsQuery(business.business_id));
  const query = new URLSearchParams(search);
  const chosen = query.getAll("platform");
  const offered = [...new Set((accounts.data ?? []).filter((one) => one.owned).map((one) => one.platform))];
  if (offered.length < 2 && chosen.length === 0) return null;
  const choose = (platforms: string[]) => {
    const next = new URLSearchParams(search);
    next.delete("platform");
    for (const platform of platforms) next.append("platform", platform);
    onSearch(next.toString());
  };
  return (
    <Checkbox.Group
      label={t("Platforms")}
      description={t("None chosen: all of them.")}
      value={chosen}
      onChange={choose}
    >
      <Group gap="md" mt={6}>
        {offered.map((platform) => (
          <Checkbox key={platform} value={platform} label={platformName(platform)} />
        ))}
      </Group>
      {accounts.isError && <Text className="tm-note">{t("The platforms could not be loaded.")}</Text>}
    </Checkbox.Group>
  );
}
