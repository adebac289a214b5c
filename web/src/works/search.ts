import { WORKS_METRICS, type WorksMetric } from "../api/works";
import { toView, type View } from "../filters/view";

/** What the address of the page says. Of several accounts the first is shown; without any, the one with most posts. */
export interface WorksSearch extends Omit<View, "metric"> {
  /** None for engagement. */
  metric?: WorksMetric;
}

/** Keeps what is meaningful and drops the rest, so a mistyped link still opens. */
export function toWorksSearch(raw: Record<string, unknown>): WorksSearch {
  const { metric: _metric, ...view } = toView(raw);
  const search: WorksSearch = view;
  const metric = (Object.keys(WORKS_METRICS) as WorksMetric[]).find((one) => one === raw.metric);
  if (metric) search.metric = metric;
  return search;
}
