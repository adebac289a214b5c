import { WORKS_METRICS, type WorksMetric } from "../api/works";
import { businessOf } from "../filters/view";

/** What the address of the page says. */
export interface WorksSearch {
  business?: number;
  /** None for the account with most posts. */
  account?: number;
  /** None for engagement. */
  metric?: WorksMetric;
}

/** Keeps what is meaningful and drops the rest, so a mistyped link still opens. */
export function toWorksSearch(raw: Record<string, unknown>): WorksSearch {
  const search: WorksSearch = businessOf(raw);
  const account = Number(raw.account);
  if (Number.isSafeInteger(account) && account > 0) search.account = account;
  const metric = (Object.keys(WORKS_METRICS) as WorksMetric[]).find((one) => one === raw.metric);
  if (metric) search.metric = metric;
  return search;
}
