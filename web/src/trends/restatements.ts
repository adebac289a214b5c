import type { Metric, TrendMarker, Trends } from "../api/types";
import { plural, t } from "../text/text";
import { formatDate, formatMetric } from "../ui/format";
import { platformName } from "../ui/names";

type Basis = Trends["period"]["basis"];
type Restatement = NonNullable<TrendMarker["restatement"]>;

/** Markers with what platforms changed in the reader's language. */
export function toldMarkers(markers: TrendMarker[], basis: Basis | undefined): TrendMarker[] {
  return markers.map((marker) =>
    marker.restatement ? { ...marker, text: restatementText(marker, marker.restatement, basis) } : marker,
  );
}

function restatementText(
  { platform, metric }: TrendMarker,
  restated: Restatement,
  basis: Basis | undefined,
): string {
  const { before, after, seen_on } = restated;
  const what = changed(platformName(platform), restated);
  const seen = [
    ...(restated.unit === "post" && basis === "activity" ? [t("It counts as no activity.")] : []),
    t("Seen on {day}.", { day: formatDate(seen_on) }),
  ].join(" ");
  if (before === null || after === null) return `${what} ${seen}`;
  const numbers = t("Before: {before}, since: {after}.", {
    before: inFull(metric, before),
    after: inFull(metric, after),
  });
  return `${what} ${numbers} ${seen}`;
}

function changed(platform: string, { unit, items }: Restatement): string {
  return unit === "post"
    ? plural(
        items,
        "{platform} took back a part of what it had counted for {n} post.",
        "{platform} took back a part of what it had counted for {n} posts.",
        { platform },
      )
    : plural(
        items,
        "{platform} changed {n} day that was settled.",
        "{platform} changed {n} days that were settled.",
        { platform },
      );
}

/** Shortened, two numbers that differ might look the same. */
function inFull(metric: Metric, value: number): string | number {
  return metric === "watch_time_seconds" ? formatMetric(metric, value) : value;
}
