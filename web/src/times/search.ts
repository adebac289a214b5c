import { TIMING_METRICS, type TimingMetric } from "../api/times";
import { toView, type View } from "../filters/view";

/** What the address says of this page. Of several accounts the first is shown. */
export interface TimesSearch extends Omit<View, "metric"> {
  metric?: TimingMetric;
  /** Hour of the week, from Monday 0 o'clock, that is looked at. */
  slot?: number;
}

export const USUAL_METRIC: TimingMetric = "engagement";

const SLOTS = 168;

export function toTimesSearch(raw: Record<string, unknown>): TimesSearch {
  const { metric: _metric, ...view } = toView(raw);
  const search: TimesSearch = view;
  const metric = TIMING_METRICS.find((one) => one === raw.metric);
  if (metric) search.metric = metric;
  const slot = Number(raw.slot ?? Number.NaN);
  if (Number.isInteger(slot) && slot >= 0 && slot < SLOTS) search.slot = slot;
  return search;
}
