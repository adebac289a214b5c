import { Link, useSearch } from "@tanstack/react-router";
import {
  AUDIENCE,
  BEST_TIMES,
  CONNECTIONS,
  HEALTH,
  HOME,
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

/** About figures: the view goes along from one to the next. */
const OF_FIGURES = [
  { to: HOME, name: "Analytics" },
  { to: POSTS, name: "Posts" },
  { to: INSIGHTS, name: "Insights" },
  { to: PLATFORMS_PAGE, name: "Platforms" },
  { to: AUDIENCE, name: "Audience" },
  { to: BEST_TIMES, name: "Best times" },
  { to: WHY, name: "Why it changed" },
  { to: WHAT_WORKS, name: "What works" },
] as const;
const OF_A_BUSINESS = [
  { to: REPORTS, name: "Reports" },
  { to: CONNECTIONS, name: "Connections" },
  { to: HEALTH, name: "Data health" },
  { to: SETTINGS, name: "Settings" },
] as const;

/** Every page that the header leads to. */
export const PAGES: readonly { to: string; name: string }[] = [
  { to: PORTFOLIO, name: "Portfolio" },
  ...OF_FIGURES,
  ...OF_A_BUSINESS,
];

const EXACT = { includeSearch: false };

/** The pages of the dashboard, for the business that is shown. */
export function PageLinks({ business }: { business: number | undefined }) {
  const search = business === undefined ? {} : { business };
  const view = { ...carried(useSearch({ strict: false }) as View), ...search };
  return (
    <nav className="tm-nav" aria-label="Pages">
      <Link to={PORTFOLIO} activeOptions={EXACT}>
        Portfolio
      </Link>
      {OF_FIGURES.map(({ to, name }) => (
        <Link key={to} to={to} search={view} activeOptions={EXACT}>
          {name}
        </Link>
      ))}
      {OF_A_BUSINESS.map(({ to, name }) => (
        <Link key={to} to={to} search={search} activeOptions={EXACT}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
