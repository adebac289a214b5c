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
import { type Message, msg, t, tell } from "../text/text";

/** About figures: the view goes along from one to the next. */
const OF_FIGURES = [
  { to: HOME, name: msg("Analytics") },
  { to: POSTS, name: msg("Posts") },
  { to: INSIGHTS, name: msg("Insights") },
  { to: PLATFORMS_PAGE, name: msg("Platforms") },
  { to: AUDIENCE, name: msg("Audience") },
  { to: BEST_TIMES, name: msg("Best times") },
  { to: WHY, name: msg("Why it changed") },
  { to: WHAT_WORKS, name: msg("What works") },
] as const;
const OF_A_BUSINESS = [
  { to: REPORTS, name: msg("Reports") },
  { to: CONNECTIONS, name: msg("Connections") },
  { to: HEALTH, name: msg("Data health") },
  { to: SETTINGS, name: msg("Settings") },
] as const;

/** Every page that the header leads to. */
export const PAGES: readonly { to: string; name: Message }[] = [
  { to: PORTFOLIO, name: msg("Portfolio") },
  ...OF_FIGURES,
  ...OF_A_BUSINESS,
];

const EXACT = { includeSearch: false };

/** The pages of the dashboard, for the business that is shown. */
export function PageLinks({ business }: { business: number | undefined }) {
  const search = business === undefined ? {} : { business };
  const view = { ...carried(useSearch({ strict: false }) as View), ...search };
  return (
    <nav className="tm-nav" aria-label={t("Pages")}>
      <Link to={PORTFOLIO} activeOptions={EXACT}>
        {t("Portfolio")}
      </Link>
      {OF_FIGURES.map(({ to, name }) => (
        <Link key={to} to={to} search={view} activeOptions={EXACT}>
          {tell(name)}
        </Link>
      ))}
      {OF_A_BUSINESS.map(({ to, name }) => (
        <Link key={to} to={to} search={search} activeOptions={EXACT}>
          {tell(name)}
        </Link>
      ))}
    </nav>
  );
}
