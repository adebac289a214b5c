import { Group, TextInput } from "@mantine/core";
import { t } from "../text/text";

interface Props {
  /** As #rrggbb; null for none. */
  colour: string | null;
  onColour: (colour: string | null) => void;
}

/** That of reports for whom none is chosen. */
export const OWN_COLOUR = "#0b5a78";

/** The client's colour, picked or typed. Whether white text can be read on it is for the server to say. */
export function ColourInput({ colour, onColour }: Props) {
  const whole = /^#[\da-f]{6}$/i.test(colour ?? "") ? (colour ?? OWN_COLOUR) : OWN_COLOUR;
  return (
    <TextInput
      label={t("Colour of the client")}
      description={t("Dark enough for white text. Empty for none.")}
      placeholder={OWN_COLOUR}
      value={colour ?? ""}
      onChange={(event) => onColour(event.currentTarget.value.trim() || null)}
      inputContainer={(input) => (
        <Group gap="xs" wrap="nowrap">
          <input
            type="color"
            className="tm-colour"
            aria-label={t("Pick the colour")}
            value={whole}
            onChange={(event) => onColour(event.currentTarget.value)}
          />
          {input}
        </Group>
      )}
    />
  );
}
