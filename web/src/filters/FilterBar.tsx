import { useMediaQuery } from "@mantine/hooks";
import { lazy, memo, type ReactNode, Suspense, startTransition, useRef, useState } from "react";
import type { DateSpan } from "../api/types";
import { t } from "../text/text";
import { SavedViewsMenu } from "../views/SavedViewsMenu";
import { AsOfBanner, AsOfInput } from "./AsKnownOn";
import { ChoicesFailed } from "./ChoicesFailed";
import { ChosenFilters } from "./ChosenFilters";
import { ComparisonChoice } from "./ComparisonChoice";
import { CopyLink } from "./CopyLink";
import { FiltersButton } from "./FiltersButton";
import { NarrowingFilters } from "./NarrowingFilters";
import { NotHeeded } from "./NotHeeded";
import { chosenCount, NARROWINGS, type Narrowing } from "./narrowing";
import { PeriodChoice } from "./PeriodChoice";
import { PeriodDates } from "./PeriodDates";
import { RuleLine } from "./RuleLine";
import { DEFAULT_RANGE } from "./ranges";
import { resolveRange } from "./resolve";
import { StuckWhenAway } from "./StuckWhenAway";
import { useChoices } from "./useChoices";
import { useToday } from "./useToday";
import { useView } from "./useView";
import "../styles/filters.css";

interface Props {
  business: number;
  /** The days that the server resolved, once it has answered. */
  period: DateSpan | undefined;
  comparison: DateSpan | null | undefined;
  /** A choice that the page puts first. */
  first?: ReactNode;
  /** Whether the page is about a period that the reader chooses. */
  dated?: boolean;
  /** Whether the page compares, and has a basis to choose. A list of posts does neither. */
  compares?: boolean;
  /** By what the page can be narrowed. */
  narrows?: readonly Narrowing[];
  /** What the page offers to choose elsewhere. */
  elsewhere?: readonly Narrowing[];
}

const FilterSheet = lazy(() => import("./FilterSheet"));

const PHONE = "(max-width: 640px)";

/**
 * What a page is about. It shows only what the page heeds, and says what of the address it cannot heed. On a phone all but
 * the period is in a sheet, so that the numbers are in sight.
 */
export const FilterBar = memo(function FilterBar({
  business,
  period,
  comparison,
  first,
  dated = true,
  compares = true,
  narrows = NARROWINGS,
  elsewhere = [],
}: Props) {
  const [view] = useView();
  const { today, of } = useToday(business, view);
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  const [sheet, setSheet] = useState<"closed" | "open" | "dates">("closed");
  const openSheet = (at: "open" | "dates" = "open") => startTransition(() => setSheet(at));
  const whole = !phone || sheet !== "closed";
  const bar = useRef<HTMLElement>(null);
  const choices = useChoices(business, view, whole || chosenCount(view, narrows) > 0);
  const range = view.range ?? DEFAULT_RANGE;
  const shown =
    view.from && view.to
      ? { from: view.from, to: view.to }
      : ((of && resolveRange(range, today, of.week_start)) ?? period);

  const dates = dated && <PeriodDates shown={shown} today={today} autoFocus={sheet === "dates"} />;
  const others = (
    <>
      {dated && compares && <ComparisonChoice comparison={comparison} shown={shown} />}
      <NarrowingFilters narrows={narrows} choices={choices} />
      <AsOfInput business={business} />
    </>
  );
  const failed = <ChoicesFailed business={business} />;
  const rule = dated && (
    <RuleLine business={business} period={period ?? shown} comparison={comparison} compares={compares} />
  );

  return (
    <>
      <section className="tm-panel tm-fb" aria-label={t("Filters")} ref={bar}>
        {(first || dated) && (
          <div className="tm-filters">
            {first}
            {dated && (
              <PeriodChoice
                shown={shown}
                today={today}
                alone={phone}
                onOwnDates={() => phone && openSheet("dates")}
              />
            )}
            {!phone && dates}
          </div>
        )}
        {phone ? (
          <FiltersButton narrows={narrows} onOpen={openSheet} />
        ) : (
          <div className="tm-filters">{others}</div>
        )}
        <ChosenFilters narrows={narrows} choices={choices} />
        {!phone && failed}
        <NotHeeded heeded={[...narrows, ...elsewhere]} />
        <div className="tm-fb-foot">
          {!phone && rule}
          <div className="tm-fb-actions">
            <SavedViewsMenu business={business} />
            <CopyLink />
          </div>
        </div>
      </section>
      <StuckWhenAway
        of={bar}
        business={business}
        shown={shown}
        comparison={comparison}
        dated={dated}
        compares={compares}
        narrows={narrows}
        phone={phone}
        onSheet={openSheet}
      />
      <AsOfBanner business={business} />
      <Suspense fallback={null}>
        {phone && whole && (
          <FilterSheet bar={bar} onClose={() => setSheet("closed")}>
            <div className="tm-filters">
              {dates}
              {others}
            </div>
            {failed}
            {rule}
          </FilterSheet>
        )}
      </Suspense>
    </>
  );
});
