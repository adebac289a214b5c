import {
  AUDIENCE,
  BEST_TIMES,
  CONNECTIONS,
  DIGEST,
  HEALTH,
  HOME,
  IMPORTS,
  INSIGHTS,
  PLATFORMS_PAGE,
  PORTFOLIO,
  POSTS,
  REPORTS,
  SETTINGS,
  WHAT_WORKS,
  WHY,
} from "../auth/returnTo";
import { carried, type View } from "../filters/view";
import { type Message, msg } from "../text/text";

/** What goes along to a page: the view to those about figures, else the business, if the page is of one. */
type Along = "view" | "business" | "nothing";

interface Page {
  to: string;
  name: Message;
  along: Along;
}

/** Every page that the navigation leads to, by what somebody comes for. */
export const PAGE_GROUPS: readonly { name: Message; pages: readonly Page[] }[] = [
  {
    name: msg("Numbers"),
    pages: [
      { to: PORTFOLIO, name: msg("Portfolio"), along: "nothing" },
      { to: HOME, name: msg("Analytics"), along: "view" },
      { to: POSTS, name: msg("Posts"), along: "view" },
      { to: PLATFORMS_PAGE, name: msg("Platforms"), along: "view" },
      { to: AUDIENCE, name: msg("Audience"), along: "view" },
      { to: BEST_TIMES, name: msg("Best times"), along: "view" },
    ],
  },
  {
    name: msg("Explain"),
    pages: [
      { to: INSIGHTS, name: msg("Insights"), along: "view" },
      { to: WHY, name: msg("Why it changed"), along: "view" },
      { to: WHAT_WORKS, name: msg("What works"), along: "view" },
    ],
  },
  {
    name: msg("Deliver"),
    pages: [
      { to: DIGEST, name: msg("The week"), along: "business" },
      { to: REPORTS, name: msg("Reports"), along: "business" },
    ],
  },
  {
    name: msg("Data"),
    pages: [
      { to: CONNECTIONS, name: msg("Connections"), along: "business" },
      { to: IMPORTS, name: msg("Imports"), along: "business" },
      { to: HEALTH, name: msg("Data health"), along: "business" },
      { to: SETTINGS, name: msg("Settings"), along: "business" },
    ],
  },
];

export const PAGES: readonly Page[] = PAGE_GROUPS.flatMap(({ pages }) => pages);

/** Those that a phone's bar leads to at once. */
export const AT_HAND: readonly string[] = [HOME, POSTS, INSIGHTS, AUDIENCE];

/** What goes along to a page from where the reader is. */
export function searchFor({ along }: Page, search: View, business: number | undefined): View {
  const own = business === undefined ? {} : { business };
  if (along === "nothing") return {};
  return along === "view" ? { ...carried(search), ...own } : own;
}
