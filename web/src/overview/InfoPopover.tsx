import { ActionIcon, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../text/text";
import { InfoIcon } from "../ui/icons";
import { PopoverButton } from "../ui/openers";

interface Props {
  about: string;
  /** Found out when it is opened: a page has dozens. */
  facts: () => [string, ReactNode][];
}

/** Where a number comes from. Opens with mouse, touch or key and closes with Escape. */
export function InfoPopover({ about, facts }: Props) {
  return (
    <PopoverButton
      label={t("About {about}", { about })}
      width={300}
      button={
        <ActionIcon
          className="tm-info"
          variant="subtle"
          color="gray"
          aria-label={t("About {about}", { about })}
          data-testid="card-info"
        >
          <InfoIcon />
        </ActionIcon>
      }
    >
      <Text fw={600} size="sm" mb={6}>
        {about}
      </Text>
      <FactList facts={facts} />
    </PopoverButton>
  );
}

function FactList({ facts }: Pick<Props, "facts">) {
  return (
    <dl className="tm-facts">
      {facts().map(([term, text]) => (
        <div key={term} style={{ display: "contents" }}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
