import { dateFormat } from "../ui/intl";
import { WEEKDAYS, weekdayName } from "../ui/weekdays";

/** Every zone that the browser knows, and UTC, which it does not count among them. */
export function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

/** The zone that the reader's computer is in. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function weekdayChoices() {
  return WEEKDAYS.map((value) => ({ value, label: weekdayName(value) }));
}

export function monthChoices() {
  const names = dateFormat(undefined, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: names.format(new Date(Date.UTC(2024, month, 1))),
  }));
}
