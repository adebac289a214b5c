import type { SharedPage } from "../api/shares";
import type { TimingMetric } from "../api/times";
import type { TrendFigure } from "../api/types";
import { parseSearch } from "../filters/view";
import type { PlatformsView } from "../platforms/search";
import type { PostsView } from "../posts/search";
import { type TimesSearch, toTimesSearch } from "../times/search";
import { toWhyView, type WhyView } from "../why/search";

/** What a page that can be shared has in its address. */
export type SharedView = WhyView | PostsView | PlatformsView | TimesSearch;

/** How addresses of the dashboard and parameters of the server call the same, where they differ. */
const NAMES: Record<string, string> = { account: "account_id", type: "content_type" };

const OF_ACCOUNTS = ["range", "from", "to", "platform", "account", "group", "as_of"];

/** What of its address a page heeds: what else has come along means nothing to it. The others heed all. */
const HEEDED: Partial<Record<SharedPage, readonly string[]>> = {
  posts: [...OF_ACCOUNTS, "type", "label", "search", "sort", "column", "rows"],
  // An audience belongs to accounts: what narrows posts says nothing of it.
  audience: OF_ACCOUNTS,
  best_times: ["range", "account", "type", "label", "as_of", "metric"],
};

/** What a page shows, as the server takes it: everything of the view but whose it is. */
export function searchOf(page: SharedPage, view: SharedView): string {
  const { business: _business, ...shown } = view;
  const heeded = HEEDED[page];
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(shown)) {
    if (heeded && !heeded.includes(name)) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) query.append(NAMES[name] ?? name, String(one).trim());
    }
  }
  return query.toString();
}

const LOOKS = ["metric", "bars", "granularity", "average", "usual", "explain"] as const;
/** What only some pages know; each reads it as its own. */
const OF_PAGES = ["sort", "column", "rows", "figures", "per", "types"] as const;
/** What is looked at closely. */
const OPEN = ["post", "slot"] as const;

/** What stands in the address of a visit. Not all pages mean the same by a metric. */
export type VisitSearch = Omit<WhyView, "metric"> & {
  metric?: TrendFigure | TimingMetric;
} & Partial<Record<(typeof OF_PAGES)[number] | (typeof OPEN)[number], unknown>>;

/** The part of a shared view that visitors may change: in which form its numbers are shown. */
export function looksOf(search: string): VisitSearch {
  return picked({ ...toVisitSearch(parseSearch(search)) }, [...LOOKS, ...OF_PAGES]);
}

/** What stands in the address of a visit. A period or a filter there is asked for, and refused by the server. */
export function toVisitSearch(raw: Record<string, unknown>): VisitSearch {
  const { business: _business, ...view } = toWhyView(raw);
  const { metric = view.metric } = toTimesSearch(raw);
  return { ...view, ...(metric && { metric }), ...picked(raw, [...OF_PAGES, ...OPEN]) };
}

function picked(from: Record<string, unknown>, names: readonly string[]): VisitSearch {
  return Object.fromEntries(
    Object.entries(from).filter(([name, value]) => names.includes(name) && value !== undefined),
  );
}
