import { ActionIcon, Popover, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { InfoIcon } from "../ui/icons";

interface Props {
  about: string;
  facts: [string, ReactNode][];
}

/** Where a number comes from. Opens with mouse, touch or key and closes with Escape. */
export function InfoPopover({ about, facts }: Props) {
  return (
    <Popover width={300} position="bottom-end" shadow="md" trapFocus returnFocus withArrow>
      <Popover.Target>
        <ActionIcon
          className="tm-info"
          variant="subtle"
          color="gray"
          aria-label={`About ${about}`}
          data-testid="card-info"
        >
          <InfoIcon />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={`About ${about}`} tabIndex={-1}>
        <Text fw={600} size="sm" mb={6}>
          {about}
        </Text>
        <dl className="tm-facts">
          {facts.map(([term, text]) => (
            <div key={term} style={{ display: "contents" }}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
