import type { PostDetail, Verdict } from "../api/posts";
import { METRICS, type Metric } from "../api/types";
import { countOf, formatInstant, formatMetric } from "../ui/format";
import { figureName } from "../ui/names";
import { verdictInWords } from "./words";

/** A reading of one number of the post. */
export interface Reading {
  at: string;
  value: number;
  source: string;
  /** What became of the number where it fell. */
  verdict: Verdict | undefined;
}

/** The metrics that some reading has a number of. */
export function metricsOf(history: PostDetail["history"]): Metric[] {
  return METRICS.filter((metric) => history.snapshots.some(({ values }) => values[metric] !== undefined));
}

/** The readings that have a number of this metric, oldest first. */
export function readingsOf(detail: Pick<PostDetail, "history" | "sources">, metric: Metric): Reading[] {
  const names = new Map(detail.sources.map(({ id, name }) => [id, name]));
  return detail.history.snapshots.flatMap((snapshot) => {
    const value = snapshot.values[metric];
    if (value === undefined) return [];
    return [
      {
        at: snapshot.observed_at,
        value,
        source: names.get(snapshot.source_id) ?? "",
        verdict: snapshot.verdicts.find((verdict) => verdict.metric === metric),
      },
    ];
  });
}

/** What the curve shows, for those who do not see it. */
export function describeHistory(readings: Reading[], metric: Metric, timeZone: string): string {
  const first = readings[0];
  const last = readings.at(-1);
  if (!first || !last) return "";
  const apart = readings.filter(({ verdict }) => verdict).length;
  return [
    `${figureName(metric)} in ${countOf(readings.length, "reading")}:`,
    `${formatMetric(metric, first.value)} on ${formatInstant(first.at, timeZone)},`,
    `${formatMetric(metric, last.value)} on ${formatInstant(last.at, timeZone)}.`,
    ...(apart > 0 ? [`${countOf(apart, "reading")} fell and ${apart === 1 ? "is" : "are"} marked.`] : []),
  ].join(" ");
}

/** What is to be said of a reading beside its number. */
export function noteOf({ verdict }: Reading): string {
  return verdict ? verdictInWords(verdict) : "";
}
