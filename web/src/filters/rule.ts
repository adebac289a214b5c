import type { DateSpan } from "../api/types";
import { addDays, daysIn, wholeUnit } from "./days";
import type { View } from "./view";

/** By which rule the days compared with were found, in words; `comparison` is what the server made of it. */
export function ruleInWords(
  view: View,
  period: DateSpan,
  comparison: DateSpan | null | undefined,
): string | undefined {
  if (view.compare === "none" || comparison === null) return "Compared with nothing";
  if (!comparison) return undefined;
  switch (view.compare) {
    case "custom":
      return "Compared with days of your choice";
    case "previous_year":
      return "Compared with the same dates a year before";
    case "same_weekdays": {
      const weeks = Math.ceil(daysIn(period) / 7);
      return `Compared with the same weekdays ${weeks === 1 ? "a week" : `${weeks} weeks`} before`;
    }
    default:
      return `Compared with ${before(view, period, comparison)}`;
  }
}

function before(view: View, period: DateSpan, comparison: DateSpan): string {
  const unit = wholeUnit(period);
  if (unit && unit === wholeUnit(comparison)) return `the whole ${unit} before`;
  const toDate = view.range?.match(/^this_(.+)$/)?.[1];
  if (toDate) return `the same days of the ${toDate} before`;
  const rightBefore = addDays(comparison.to, 1) === period.from;
  if (rightBefore && daysIn(comparison) === daysIn(period)) {
    return daysIn(period) === 1 ? "the day before" : `the ${daysIn(period)} days before`;
  }
  return "as many whole units of the calendar before";
}
