import { useRouterState } from "@tanstack/react-router";
import { type ReactNode, useContext } from "react";
import { english, t } from "../text/text";
import { formatSpan } from "../ui/format";
import { filtersInWords } from "./printed";
import { TakesContext, useTakes } from "./takes";

/** What a page says on paper, where it has to explain itself: what it is about in front, where it is from at the end. */
export function PrintFrame({ title, children }: { title: string; children: ReactNode }) {
  const business = useContext(TakesContext)?.business;
  const { search, href } = useRouterState({ select: ({ location }) => location });
  const panels = useTakes();
  const period = panels.find(({ take }) => take.period)?.take.period;
  const definitions = Object.entries(
    Object.assign({}, ...panels.map(({ take }) => take.definitions)) as Record<string, string>,
  );
  const filters = filtersInWords(search as Record<string, unknown>);
  return (
    <>
      <div className="tm-print-only tm-print-head" data-testid="print-head" aria-hidden="true">
        <strong className="tm-print-title">{business ? `${business.name}: ${title}` : title}</strong>
        <p>
          {period && `${formatSpan(period)}${business ? ` (${business.time_zone})` : ""}. `}
          {filters.length > 0 ? `${t("Filters: {list}.", { list: filters.join("; ") })} ` : ""}
          {business?.demo && t("Demonstration data: invented, of no real business.")}
        </p>
        <p className="tm-print-incomplete" data-testid="print-incomplete">
          {t("Printed before all of the page was there: something is missing here. Print it again.")}
        </p>
      </div>
      {children}
      <div className="tm-print-only tm-print-foot" aria-hidden="true">
        {definitions.map(([name, meaning]) => (
          <p key={name}>
            <strong>{name}</strong>: {english(meaning)}
          </p>
        ))}
        <p>
          {t(
            "Numbers as the platforms report them; a dash is a value that nobody reported, never a zero. What each number means: {origin}/dashboard/methods",
            { origin: window.location.origin },
          )}
        </p>
        <p>{`${window.location.origin}${href}`}</p>
      </div>
    </>
  );
}
