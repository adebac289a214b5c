import { TIMING_METRICS, type TimingMetric } from "../api/times";
import { businessOf } from "../filters/view";

/** What the address says of this page. */
export interface TimesSearch {
  business?: number;
  account?: number;
  metric?: TimingMetric;
  /** Hour of the week, from Monday 0 o'clock, that is looked at. */
  slot?: number;
}

const SLOTS = 168;

export function toTimesSearch(raw: Record<string, unknown>): TimesSearch {
  const search: TimesSearch = businessOf(raw);
  const account = Number(raw.account);
  if (Number.isSafeInteger(account) && account > 0) search.account = account;
  const metric = TIMING_METRICS.find((one) => one === raw.metric);
  if (metric) search.metric = metric;
  const slot = Number(raw.slot ?? Number.NaN);
  if (Number.isInteger(slot) && slot >= 0 && slot < SLOTS) search.slot = slot;
  return search;
}
