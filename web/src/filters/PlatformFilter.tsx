import { Button, Checkbox, Input, Popover, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { accountsQuery } from "../api/queries";
import { PLATFORMS, type Platform } from "../api/types";
import { joinWords } from "../ui/format";
import { platformName } from "../ui/names";
import { PlatformLabel } from "../ui/PlatformLabel";

interface Props {
  business: number;
  selected: Platform[];
  onSelect: (platforms: Platform[]) => void;
}

const NAMED_UP_TO = 2;

/** Offers the platforms of the business's accounts; none chosen means all. */
export function PlatformFilter({ business, selected, onSelect }: Props) {
  const accounts = useQuery(accountsQuery(business));
  const present = new Set([...selected, ...(accounts.data ?? []).map((account) => account.platform)]);
  const offered = PLATFORMS.filter((platform) => present.has(platform));
  const text = summary(selected);

  return (
    <div className="tm-wide">
      <Input.Label labelElement="div">Platforms</Input.Label>
      <Popover position="bottom-start" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant="default"
            fullWidth
            justify="space-between"
            fw={400}
            px="sm"
            disabled={offered.length === 0}
            aria-label={`Platforms: ${text}`}
            rightSection={<span aria-hidden="true">▾</span>}
          >
            {text}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Platforms">
          <Checkbox.Group
            aria-label="Platforms"
            value={selected}
            onChange={(values) => onSelect(PLATFORMS.filter((platform) => values.includes(platform)))}
          >
            <Stack gap="xs">
              {offered.map((platform) => (
                <Checkbox key={platform} value={platform} label={<PlatformLabel platform={platform} />} />
              ))}
            </Stack>
          </Checkbox.Group>
          {selected.length > 0 && (
            <Button variant="subtle" size="xs" mt="sm" onClick={() => onSelect([])}>
              All platforms
            </Button>
          )}
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function summary(selected: Platform[]): string {
  if (selected.length === 0) return "All";
  return selected.length <= NAMED_UP_TO
    ? joinWords(selected.map(platformName))
    : `${selected.length} platforms`;
}
