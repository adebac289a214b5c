import { Alert, Button, TextInput } from "@mantine/core";
import { useCommands } from "../keys/useCommands";
import { rich, t } from "../text/text";
import { formatDate } from "../ui/format";
import { isDate } from "./ranges";
import { useView } from "./useView";

/** Asks for the numbers as they were known at the end of a day. */
export function AsOfInput() {
  const [view, change] = useView();
  return (
    <TextInput
      key={view.as_of}
      type="date"
      label={t("As known on")}
      defaultValue={view.as_of ?? ""}
      onBlur={(event) => {
        const typed = event.currentTarget.value;
        const day = isDate(typed) ? typed : undefined;
        if (day !== view.as_of) change((now) => ({ ...now, as_of: day }));
      }}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}

/** Says that these are not today's numbers, and leads back to them. */
export function AsOfBanner() {
  const [view, change] = useView();
  const now = () => change(({ as_of: _asOf, ...rest }) => rest);
  useCommands({ now: view.as_of ? now : undefined });
  if (!view.as_of) return null;
  return (
    <Alert
      variant="light"
      color="gray"
      role="status"
      title={t("As known on {day}", { day: formatDate(view.as_of) })}
    >
      {rich("What was collected or corrected later is left out. <button>Show what is known now</button>", {
        button: (inner) => (
          <Button size="compact-xs" variant="default" onClick={now}>
            {inner}
          </Button>
        ),
      })}
    </Alert>
  );
}
