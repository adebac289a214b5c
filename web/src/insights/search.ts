import { businessOf } from "../filters/view";
import { KINDS } from "./words";

/** What the page shows, as its address says it. */
export interface InsightsSearch {
  business?: number;
  kind?: string;
  dismissed?: boolean;
}

export function toInsightsSearch(raw: Record<string, unknown>): InsightsSearch {
  const search: InsightsSearch = businessOf(raw);
  if (typeof raw.kind === "string" && Object.hasOwn(KINDS, raw.kind)) search.kind = raw.kind;
  if (raw.dismissed === "true" || raw.dismissed === true) search.dismissed = true;
  return search;
}
