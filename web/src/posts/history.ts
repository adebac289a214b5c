import type { PostDetail, Verdict } from "../api/posts";
import { METRICS, type Metric } from "../api/types";
import { plural, t } from "../text/text";
import { formatInstant, formatMetric } from "../ui/format";
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

/** What such posts usually have, at a time of the chart. */
export interface Usual {
  at: number;
  expected: number;
  low: number;
  high: number;
}

const HOUR_MS = 3_600_000;

/**
 * What is usual from publication to the last reading, and at that. Between the ages at which it is known it goes
 * straight. None where nobody said when the post was published, or what is usual.
 */
export function usualCourse(detail: PostDetail, metric: Metric, readings: Reading[]): Usual[] {
  const published = Date.parse(detail.post.published_at ?? "");
  const course = detail.expected_course?.[metric] ?? [];
  const last = Date.parse(readings.at(-1)?.at ?? "");
  if (!(last > published) || course.length === 0) return [];
  const points: Usual[] = [
    { at: published, expected: 0, low: 0, high: 0 },
    ...course.map(({ age_hours: age, expected, expected_range: [low, high] }) => ({
      at: published + age * HOUR_MS,
      expected,
      low,
      high,
    })),
  ];
  const within = points.filter(({ at }) => at <= last);
  const before = within.at(-1);
  const after = points.find(({ at }) => at > last);
  if (!before || before.at === last) return within;
  // A settled post stays where it is.
  return [...within, after ? between(before, after, last) : { ...before, at: last }];
}

function between(before: Usual, after: Usual, at: number): Usual {
  const share = (at - before.at) / (after.at - before.at);
  const blend = (from: number, to: number) => from + share * (to - from);
  return {
    at,
    expected: blend(before.expected, after.expected),
    low: blend(before.low, after.low),
    high: blend(before.high, after.high),
  };
}

/** What the curve shows, for those who do not see it. */
export function describeHistory(
  readings: Reading[],
  metric: Metric,
  timeZone: string,
  usual: Usual[] = [],
): string {
  const first = readings[0];
  const last = readings.at(-1);
  if (!first || !last) return "";
  const then = usual.at(-1);
  const apart = readings.filter(({ verdict }) => verdict).length;
  return [
    plural(
      readings.length,
      "{metric} in {n} reading: {first} on {from}, {last} on {to}.",
      "{metric} in {n} readings: {first} on {from}, {last} on {to}.",
      {
        metric: figureName(metric),
        first: formatMetric(metric, first.value),
        from: formatInstant(first.at, timeZone),
        last: formatMetric(metric, last.value),
        to: formatInstant(last.at, timeZone),
      },
    ),
    ...(then
      ? [
          t("Such posts usually have {expected} by then, nine of ten between {low} and {high}.", {
            expected: formatMetric(metric, Math.round(then.expected)),
            low: formatMetric(metric, Math.round(then.low)),
            high: formatMetric(metric, Math.round(then.high)),
          }),
        ]
      : []),
    ...(apart > 0
      ? [plural(apart, "{n} reading fell and is marked.", "{n} readings fell and are marked.")]
      : []),
  ].join(" ");
}

/** What is to be said of a reading beside its number. */
export function noteOf({ verdict }: Reading): string {
  return verdict ? verdictInWords(verdict) : "";
}
