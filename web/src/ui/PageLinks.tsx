import { useMediaQuery } from "@mantine/hooks";
import { Link, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { View } from "../filters/view";
import { t, tell } from "../text/text";
import { PAGE_GROUPS, searchFor } from "./pages";

const PageBar = lazy(() => import("./PageBar"));

export interface PageLinksProps {
  business: number | undefined;
}

/** As in `first.css`. */
const WIDE = "(min-width: 1100px)";
export const EXACT = { includeSearch: false };

/** The pages of the dashboard, for the business that is shown: a rail where there is room for one, else a bar. */
export function PageLinks({ business }: PageLinksProps) {
  const wide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  return wide ? (
    <nav className="tm-nav" aria-label={t("Pages")}>
      <PageGroups business={business} />
    </nav>
  ) : (
    <Suspense fallback={<div className="tm-nav" />}>
      <PageBar business={business} />
    </Suspense>
  );
}

/** All pages under their headings. */
export function PageGroups({ business }: PageLinksProps) {
  const search = useSearch({ strict: false }) as View;
  return PAGE_GROUPS.map(({ name, pages }) => (
    <div key={tell(name)} className="tm-nav-group">
      <p>{tell(name)}</p>
      {pages.map((page) => (
        <Link key={page.to} to={page.to} search={searchFor(page, search, business)} activeOptions={EXACT}>
          {tell(page.name)}
        </Link>
      ))}
    </div>
  ));
}
