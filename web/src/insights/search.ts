import { toView, type View } from "../filters/view";
import { KINDS } from "./words";

/** What the page shows, as its address says it. */
export interface InsightsSearch extends View {
  kind?: string;
  dismissed?: boolean;
}

export function toInsightsSearch(raw: Record<string, unknown>): InsightsSearch {
  const search: InsightsSearch = toView(raw);
  if (typeof raw.kind === "string" && Object.hasOwn(KINDS, raw.kind)) search.kind = raw.kind;
  if (raw.dismissed === "true" || raw.dismissed === true) search.dismissed = true;
  return search;
}
