import { Link } from "@tanstack/react-router";
import { CONNECTIONS, HEALTH, HOME, PORTFOLIO, WHY } from "../auth/returnTo";
import { CONNECTIONS, HEALTH, HOME, PORTFOLIO, WHAT_WORKS } from "../auth/returnTo";

/** The pages of the dashboard, for the business that is shown. */
export function PageLinks({ business }: { business: number | undefined }) {
  const search = business === undefined ? {} : { business };
  const exact = { includeSearch: false };
  return (
    <nav className="tm-nav" aria-label="Pages">
      <Link to={PORTFOLIO} activeOptions={exact}>
        Portfolio
      </Link>
      <Link to={HOME} search={search} activeOptions={exact}>
        Analytics
      </Link>
      <Link to={WHY} search={search} activeOptions={exact}>
        Why it changed
      <Link to={WHAT_WORKS} search={search} activeOptions={exact}>
        What works
      </Link>
      <Link to={CONNECTIONS} search={search} activeOptions={exact}>
        Connections
      </Link>
      <Link to={HEALTH} search={search} activeOptions={exact}>
        Data health
      </Link>
    </nav>
  );
}
