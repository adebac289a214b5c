import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { memo, type ReactNode, useId, useRef, useState } from "react";
import type { DateSpan } from "../api/types";
import { t } from "../text/text";
import { SavedViewsMenu } from "../views/SavedViewsMenu";
import { AsOfBanner, AsOfInput } from "./AsKnownOn";
import { ChoicesFailed } from "./ChoicesFailed";
import { ChosenFilters } from "./ChosenFilters";
import { ComparisonChoice } from "./ComparisonChoice";
import { CopyLink } from "./CopyLink";
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

const PHONE = "(max-width: 640px)";

/**
 * What a page is about. It shows only what the page heeds, and says what of the address it cannot heed. On a phone all but
 * the period is folded away, so that the numbers are in sight.
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
  const [unfolded, setUnfolded] = useState(view.from !== undefined);
  const open = !phone || unfolded;
  const rest = useId();
  const bar = useRef<HTMLElement>(null);
  const chosen = chosenCount(view, narrows);
  const choices = useChoices(business, view, open || chosen > 0);
  const range = view.range ?? DEFAULT_RANGE;
  const shown =
    view.from && view.to
      ? { from: view.from, to: view.to }
      : ((of && resolveRange(range, today, of.week_start)) ?? period);

  const dates = dated && <PeriodDates shown={shown} today={today} />;

  return (
    <>
      <section className="tm-panel tm-fb" aria-label={t("Filters")} ref={bar}>
        {(first || dated) && (
          <div className="tm-filters">
            {first}
            {dated && <PeriodChoice shown={shown} today={today} onOwnDates={() => setUnfolded(true)} />}
            {!phone && dates}
          </div>
        )}
        {phone && (
          <Button
            variant="default"
            fullWidth
            aria-expanded={unfolded}
            aria-controls={rest}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded
              ? t("Fewer filters")
              : chosen > 0
                ? t("More filters ({chosen} chosen)", { chosen })
                : t("More filters")}
          </Button>
        )}
        <div className="tm-filters" id={rest} hidden={!open}>
          {open && (
            <>
              {phone && dates}
              {dated && compares && <ComparisonChoice comparison={comparison} shown={shown} />}
              <NarrowingFilters narrows={narrows} choices={choices} />
              <AsOfInput business={business} />
            </>
          )}
        </div>
        <ChosenFilters narrows={narrows} choices={choices} />
        {open && <ChoicesFailed business={business} />}
        <NotHeeded heeded={[...narrows, ...elsewhere]} />
        <div className="tm-fb-foot">
          {open && dated && (
            <RuleLine
              business={business}
              period={period ?? shown}
              comparison={comparison}
              compares={compares}
            />
          )}
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
      />
      <AsOfBanner business={business} />
    </>
  );
});
