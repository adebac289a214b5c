import type { Every, Repeats } from "../api/reports";
import { type Message, msg, t, tell } from "../text/text";
import { formatInstant } from "../ui/format";

const REPEATS: Record<Every, Message> = {
  week: msg("Repeats every week"),
  month: msg("Repeats every month"),
  quarter: msg("Repeats every quarter"),
};

const PERIODS: Record<Every, Message> = {
  week: msg("Week"),
  month: msg("Month"),
  quarter: msg("Quarter"),
};

const EVERY = Object.keys(PERIODS) as Every[];

export function periodChoices() {
  return EVERY.map((value) => ({ value, label: tell(PERIODS[value]) }));
}

/** How often, when next, and by whose clock. */
export function repeatsInWords({ every, next_at, time_zone }: Repeats, now: number): string {
  const repeats = tell(REPEATS[every]);
  return Date.parse(next_at) > now
    ? t("{repeats}, next on {time} ({zone})", {
        repeats,
        time: formatInstant(next_at, time_zone),
        zone: time_zone,
      })
    : t("{repeats}, the next one any minute now", { repeats });
}

/** A title that does not grow old. */
export function lastingTitle(every: Every, business: string): string {
  switch (every) {
    case "week":
      return t("{business}: report of the week", { business });
    case "month":
      return t("{business}: report of the month", { business });
    case "quarter":
      return t("{business}: report of the quarter", { business });
  }
}

/** Mail addresses as people write them below or beside each other. */
export function addressesIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((address) => address !== "");
}

/** The hours of a day as choices. */
export function hourChoices() {
  return Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: `${String(hour).padStart(2, "0")}:00`,
  }));
}
