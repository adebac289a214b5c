import { Button, Checkbox, Input, Popover, Stack } from "@mantine/core";
import type { ReactNode } from "react";

export interface Choice {
  value: string;
  name: string;
  label?: ReactNode;
}

interface Props {
  /** What is chosen from, as a plural: "Accounts". */
  title: string;
  options: Choice[];
  selected: string[];
  onSelect: (values: string[]) => void;
}

/** Several of a list; none chosen means all. */
export function ChoiceFilter({ title, options, selected, onSelect }: Props) {
  const text = summary(title, options, selected);
  return (
    <div>
      <Input.Label labelElement="div">{title}</Input.Label>
      <Popover position="bottom-start" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant="default"
            fullWidth
            justify="space-between"
            fw={400}
            px="sm"
            disabled={options.length === 0}
            aria-label={`${title}: ${text}`}
            rightSection={<span aria-hidden="true">▾</span>}
          >
            {text}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={title} className="tm-fb-choices">
          <Checkbox.Group aria-label={title} value={selected} onChange={onSelect}>
            <Stack gap="xs">
              {options.map(({ value, name, label }) => (
                <Checkbox key={value} value={value} label={label ?? name} />
              ))}
            </Stack>
          </Checkbox.Group>
          {selected.length > 0 && (
            <Button variant="subtle" size="xs" mt="sm" onClick={() => onSelect([])}>
              All {title.toLowerCase()}
            </Button>
          )}
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function summary(title: string, options: Choice[], selected: string[]): string {
  const [first] = selected;
  if (first === undefined) return "All";
  if (selected.length > 1) return `${selected.length} ${title.toLowerCase()}`;
  return options.find(({ value }) => value === first)?.name ?? first;
}
