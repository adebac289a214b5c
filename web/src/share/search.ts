import type { SharedPage } from "../api/shares";
import { toWhyView, type WhyView } from "../why/search";

/** How addresses of the dashboard and parameters of the server call the same, where they differ. */
const NAMES: Partial<Record<keyof WhyView, string>> = { account: "account_id", type: "content_type" };

/** What a page shows, as the server takes it: everything of the view but whose it is. */
export function searchOf(page: SharedPage, view: WhyView): string {
  const { business: _business, ...shown } = page === "audience" ? ofAccounts(view) : view;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(shown)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) query.append(NAMES[name as keyof WhyView] ?? name, String(one));
    }
  }
  return query.toString();
}

/** An audience belongs to accounts: what narrows posts, and how they compare, means nothing to it. */
function ofAccounts(view: WhyView): WhyView {
  const { range, from, to, platform, account, group, as_of } = view;
  return { range, from, to, platform, account, group, as_of };
}

type Look = "metric" | "bars" | "granularity" | "average" | "usual" | "explain";

/** The part of a shared view that visitors may change: in which form its numbers are shown. */
export function looksOf(search: string): Pick<WhyView, Look> {
  const { metric, bars, granularity, average, usual, explain } = toWhyView(
    Object.fromEntries(new URLSearchParams(search)),
  );
  return Object.fromEntries(
    Object.entries({ metric, bars, granularity, average, usual, explain }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

/** What stands in the address of a visit. A period or a filter there is asked for, and refused by the server. */
export function toVisitSearch(raw: Record<string, unknown>): WhyView {
  const { business: _business, ...view } = toWhyView(raw);
  return view;
}
