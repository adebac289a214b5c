import { Link, useSearch } from "@tanstack/react-router";
import type { View } from "../filters/view";
import { tell } from "../text/text";
import { PAGE_GROUPS, searchFor } from "./pages";

export interface OfBusiness {
  business: number | undefined;
}

export const EXACT = { includeSearch: false };

/** All pages under their headings. */
export function PageGroups({ business }: OfBusiness) {
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
