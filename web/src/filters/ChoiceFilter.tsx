import { Button, Input } from "@mantine/core";
import type { ReactNode } from "react";
import { inSentence, t } from "../text/text";
import { whenWanted } from "../ui/whenWanted";

export interface Choice {
  value: string;
  name: string;
  label?: ReactNode;
}

export interface Choices {
  /** What is chosen from, as a plural: "Accounts". */
  title: string;
  options: Choice[];
  selected: string[];
  onSelect: (values: string[]) => void;
}

const ChoicesButton = whenWanted("dialog", () => import("./OpenedChoices"));

/**
 * Several of a list; none chosen means all.
 *
 * @param named whether the button says what is chosen from, where nothing above it does
 */
export function ChoiceFilter({
  title,
  options,
  selected,
  onSelect,
  named = false,
}: Choices & { named?: boolean }) {
  const text = summary(title, options, selected);
  const full = `${title}: ${text}`;
  return (
    <div>
      {!named && <Input.Label labelElement="div">{title}</Input.Label>}
      <ChoicesButton
        title={title}
        options={options}
        selected={selected}
        onSelect={onSelect}
        button={
          <Button
            variant="default"
            fullWidth
            justify="space-between"
            fw={400}
            px="sm"
            disabled={options.length === 0}
            aria-label={full}
            rightSection={<span aria-hidden="true">▾</span>}
          >
            {named ? full : text}
          </Button>
        }
      />
    </div>
  );
}

function summary(title: string, options: Choice[], selected: string[]): string {
  const [first] = selected;
  if (first === undefined) return t("All");
  if (selected.length > 1) return `${selected.length} ${inSentence(title)}`;
  return options.find(({ value }) => value === first)?.name ?? first;
}
