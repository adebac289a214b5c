import type { DateSpan, PointValue, TrendFigure, TrendPoint } from "../api/types";
import { plural, t } from "../text/text";
import { formatDate, formatMetric, formatSpan } from "../ui/format";

export interface Series {
  dates: string[];
  /** Values that will not change any more; null is a gap. */
  settled: (number | null)[];
  /** Values that may still change, joined to the settled days beside them so that the line does not break. */
  provisional: (number | null)[];
  /** Values that were estimated, joined to the days beside them: what is between two days is estimated with either. */
  estimated: (number | null)[];
  /** Days whose value has no neighbour: a line shows nothing there, so they need a dot. */
  lone: Set<number>;
  /** Whether an export file is behind the value of a place. */
  imported: boolean[];
  has: { gaps: boolean; provisional: boolean; estimated: boolean; imported: boolean };
}

/** @param isCut whether a point is of fewer days than the others: it is drawn as one that is not final */
export function toSeries(
  points: readonly TrendPoint[],
  metric: TrendFigure,
  isCut: (index: number) => boolean = () => false,
): Series {
  const values = points.map((point) => point.metrics[metric]);
  const isOpen = (index: number) => values[index]?.provisional === true || isCut(index);
  const isSettled = (index: number) => known(values[index]) && !isOpen(index);
  const isProvisional = (index: number) => known(values[index]) && isOpen(index);
  const isEstimated = (index: number) => known(values[index]) && values[index]?.estimated === true;
  const imported = values.map((value) => known(value) && value?.imported === true);
  const where = (holds: (index: number) => boolean) =>
    values.map((value, index) => (holds(index) ? (value?.value ?? null) : null));
  const beside = (holds: (index: number) => boolean, index: number) => holds(index - 1) || holds(index + 1);
  return {
    dates: points.map((point) => point.date),
    settled: where(isSettled),
    provisional: where((index) => isProvisional(index) || (isSettled(index) && beside(isProvisional, index))),
    estimated: where((index) => isEstimated(index) || beside(isEstimated, index)),
    lone: new Set(
      values.flatMap((value, index) =>
        known(value) && !known(values[index - 1]) && !known(values[index + 1]) ? [index] : [],
      ),
    ),
    imported,
    has: {
      gaps: values.some((value) => !known(value)),
      provisional: values.some((value) => known(value) && value?.provisional === true),
      estimated: values.some((_value, index) => isEstimated(index)),
      imported: imported.includes(true),
    },
  };
}

/**
 * The chart in one sentence, for those who do not see it.
 *
 * @param longer of points of several days: how they are called, and which days each is of
 */
export function describe(
  points: readonly TrendPoint[],
  metric: TrendFigure,
  name: string,
  locale?: string,
  longer?: { per: string; daysOf: (index: number) => DateSpan | undefined },
): string {
  const reported = points.flatMap((point, index) => {
    const value = point.metrics[metric]?.value;
    const days = longer?.daysOf(index) ?? { from: point.date, to: point.date };
    return value == null ? [] : [{ days, value, imported: point.metrics[metric]?.imported === true }];
  });
  const first = reported[0];
  if (!first) {
    return longer
      ? t("{name} {per}: none has a value.", { name, per: longer.per })
      : t("{name} per day: no day has a value.", { name });
  }
  const highest = reported.reduce((a, b) => (b.value > a.value ? b : a), first);
  const lowest = reported.reduce((a, b) => (b.value < a.value ? b : a), first);
  const imported = reported.filter((one) => one.imported).length;
  const counts = { name, reported: reported.length, all: points.length };
  const say = ({ days, value }: typeof first) => {
    const amount = formatMetric(metric, value, locale);
    return longer
      ? t("{value} in {days}", { value: amount, days: formatSpan(days, locale) })
      : t("{value} on {day}", { value: amount, day: formatDate(days.from, locale) });
  };
  return (
    (longer
      ? t("{name} {per}: {reported} of {all} have a value.", { ...counts, per: longer.per })
      : t("{name} per day: {reported} of {all} days have a value.", counts)) +
    ` ${t("Highest {highest}, lowest {lowest}.", { highest: say(highest), lowest: say(lowest) })}` +
    (imported > 0 ? ` ${importedText(imported, reported.length)}` : "")
  );
}

function importedText(imported: number, reported: number): string {
  return imported === reported
    ? t("All were imported from files.")
    : plural(imported, "{n} value was imported from files.", "{n} values were imported from files.");
}

function known(value: PointValue | undefined): boolean {
  return value?.value != null;
}
