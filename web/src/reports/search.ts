import { businessOf } from "../filters/view";

/** What the page of reports shows, all of it in the address. */
export interface ReportsSearch {
  business?: number;
  report?: number;
  /** Whether the report is being written. */
  edit?: "on";
}

export function toReportsSearch(raw: Record<string, unknown>): ReportsSearch {
  const search: ReportsSearch = businessOf(raw);
  const report = Number(raw.report);
  if (Number.isSafeInteger(report) && report > 0) {
    search.report = report;
    if (raw.edit === "on") search.edit = "on";
  }
  return search;
}
