import { Button, Checkbox, Stack } from "@mantine/core";
import { inSentence, t } from "../text/text";
import OpenedPopover from "../ui/OpenedPopover";
import type { OpeningButton } from "../ui/whenWanted";
import type { Choices } from "./ChoiceFilter";

interface Props extends Choices {
  button: OpeningButton;
}

/** The list that is chosen from, with a way back to all of it. */
export default function OpenedChoices({ button, title, options, selected, onSelect }: Props) {
  return (
    <OpenedPopover button={button} label={title} at="start" className="tm-fb-choices">
      <Checkbox.Group aria-label={title} value={selected} onChange={onSelect}>
        <Stack gap="xs">
          {options.map(({ value, name, label }) => (
            <Checkbox key={value} value={value} label={label ?? name} />
          ))}
        </Stack>
      </Checkbox.Group>
      {selected.length > 0 && (
        <Button variant="subtle" size="xs" mt="sm" onClick={() => onSelect([])}>
          {t("All {things}", { things: inSentence(title) })}
        </Button>
      )}
    </OpenedPopover>
  );
}
