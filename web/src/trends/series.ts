import type { Metric, PointValue, TrendPoint } from "../api/types";
import { t } from "../text/text";
import { formatDate, formatMetric } from "../ui/format";

export interface Series {
  dates: string[];
  /** Values that will not change any more; null is a gap. */
  settled: (number | null)[];
  /** Values that may still change, joined to the settled days beside them so that the line does not break. */
  provisional: (number | null)[];
  /** Days whose value has no neighbour: a line shows nothing there, so they need a dot. */
  lone: Set<number>;
  has: { gaps: boolean; provisional: boolean; estimated: boolean };
}

export function toSeries(points: TrendPoint[], metric: Metric): Series {
  const values = points.map((point) => point.metrics[metric]);
  const isSettled = (index: number) => known(values[index]) && !values[index]?.provisional;
  const isProvisional = (index: number) => known(values[index]) && values[index]?.provisional === true;
  return {
    dates: points.map((point) => point.date),
    settled: values.map((value, index) => (isSettled(index) ? (value?.value ?? null) : null)),
    provisional: values.map((value, index) => {
      const joins = isSettled(index) && (isProvisional(index - 1) || isProvisional(index + 1));
      return isProvisional(index) || joins ? (value?.value ?? null) : null;
    }),
    lone: new Set(
      values.flatMap((value, index) =>
        known(value) && !known(values[index - 1]) && !known(values[index + 1]) ? [index] : [],
      ),
    ),
    has: {
      gaps: values.some((value) => !known(value)),
      provisional: values.some((_value, index) => isProvisional(index)),
      estimated: values.some((value) => known(value) && value?.estimated === true),
    },
  };
}

/** The chart in one sentence, for those who do not see it. */
export function describe(points: TrendPoint[], metric: Metric, name: string, locale?: string): string {
  const reported = points.flatMap((point) => {
    const value = point.metrics[metric]?.value;
    return value == null ? [] : [{ date: point.date, value }];
  });
  const first = reported[0];
  if (!first) return t("{name} per day: no day has a value.", { name });
  const highest = reported.reduce((a, b) => (b.value > a.value ? b : a), first);
  const lowest = reported.reduce((a, b) => (b.value < a.value ? b : a), first);
  const say = ({ date, value }: typeof first) =>
    t("{value} on {day}", { value: formatMetric(metric, value, locale), day: formatDate(date, locale) });
  return (
    `${t("{name} per day: {reported} of {all} days have a value.", { name, reported: reported.length, all: points.length })} ` +
    t("Highest {highest}, lowest {lowest}.", { highest: say(highest), lowest: say(lowest) })
  );
}

function known(value: PointValue | undefined): boolean {
  return value?.value != null;
}
