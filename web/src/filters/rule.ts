import type { DateSpan } from "../api/types";
import { type Message, msg, plural, t, tell } from "../text/text";
import { addDays, daysIn, type Unit, wholeUnit } from "./days";
import type { View } from "./view";

const WHOLE: Record<Exclude<Unit, "week">, Message> = {
  month: msg("the whole month before"),
  quarter: msg("the whole quarter before"),
  year: msg("the whole year before"),
};
const TO_DATE: Record<string, Message> = {
  this_week: msg("the same days of the week before"),
  this_month: msg("the same days of the month before"),
  this_quarter: msg("the same days of the quarter before"),
  this_year: msg("the same days of the year before"),
};

/** By which rule the days compared with were found, in words; `comparison` is what the server made of it. */
export function ruleInWords(
  view: View,
  period: DateSpan,
  comparison: DateSpan | null | undefined,
): string | undefined {
  if (view.compare === "none" || comparison === null) return t("Compared with nothing");
  if (!comparison) return undefined;
  switch (view.compare) {
    case "custom":
      return t("Compared with days of your choice");
    case "previous_year":
      return t("Compared with the same dates a year before");
    case "same_weekdays": {
      const weeks = Math.ceil(daysIn(period) / 7);
      return plural(
        weeks,
        "Compared with the same weekdays a week before",
        "Compared with the same weekdays {n} weeks before",
      );
    }
    default:
      return t("Compared with {days}", { days: before(view, period, comparison) });
  }
}

function before(view: View, period: DateSpan, comparison: DateSpan): string {
  const unit = wholeUnit(period);
  if (unit && unit === wholeUnit(comparison)) return tell(WHOLE[unit]);
  const toDate = TO_DATE[view.range ?? ""];
  if (toDate) return tell(toDate);
  const rightBefore = addDays(comparison.to, 1) === period.from;
  if (rightBefore && daysIn(comparison) === daysIn(period)) {
    return plural(daysIn(period), "the day before", "the {n} days before");
  }
  return t("as many whole units of the calendar before");
}
