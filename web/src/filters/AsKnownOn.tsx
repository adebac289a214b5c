import { Alert, Button, TextInput } from "@mantine/core";
import { useCommands } from "../keys/useCommands";
import { rich, t } from "../text/text";
import { formatDate, formatInstant } from "../ui/format";
import { isDate } from "./ranges";
import { useToday } from "./useToday";
import { useView } from "./useView";

/** Asks for the numbers as they were known at the end of a day. */
export function AsOfInput({ business }: { business: number }) {
  const [view, change] = useView();
  const { today } = useToday(business, view);
  const shown = view.as_of && today;
  return (
    <TextInput
      key={shown}
      type="date"
      label={t("As known on")}
      defaultValue={shown ?? ""}
      onBlur={(event) => {
        const typed = event.currentTarget.value;
        const day = isDate(typed) ? typed : undefined;
        if (day !== shown) change((now) => ({ ...now, as_of: day }));
      }}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}

/** Says that these are not today's numbers, and leads back to them. */
export function AsOfBanner({ business }: { business: number }) {
  const [view, change] = useView();
  const { of } = useToday(business, view);
  const now = () => change(({ as_of: _asOf, ...rest }) => rest);
  useCommands({ now: view.as_of ? now : undefined });
  if (!view.as_of) return null;
  const day = view.as_of.includes("T")
    ? formatInstant(view.as_of, of?.time_zone ?? "UTC")
    : formatDate(view.as_of);
  return (
    <Alert variant="light" color="gray" role="status" title={t("As known on {day}", { day })}>
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
