import { Button } from "@mantine/core";
import { useLayoutEffect, useRef } from "react";
import type { DateSpan } from "../api/types";
import { t } from "../text/text";
import { formatDate, formatInstant } from "../ui/format";
import { SavedViewsMenu } from "../views/SavedViewsMenu";
import { CompareSelect } from "./ComparisonChoice";
import { CopyLink } from "./CopyLink";
import { isCovered } from "./covered";
import { FiltersButton } from "./FiltersButton";
import { NarrowingFilters } from "./NarrowingFilters";
import { chosenCount, type Narrowing } from "./narrowing";
import { PeriodChoice } from "./PeriodChoice";
import { useChoices } from "./useChoices";
import { useToday } from "./useToday";
import { useView } from "./useView";

export interface StuckBarProps {
  business: number;
  shown: DateSpan | undefined;
  comparison: DateSpan | null | undefined;
  dated: boolean;
  compares: boolean;
  narrows: readonly Narrowing[];
  /** Has the period, and all else in a sheet. */
  phone: boolean;
  onSheet: (at?: "dates") => void;
  /** Leads back to the whole bar. */
  onWhole: () => void;
}

/** The filters in one row, at the top of the window once the bar itself is out of sight. */
export default function StuckBar({ business, phone, onSheet, onWhole, ...of }: StuckBarProps) {
  const [view] = useView();
  const { today } = useToday(business, view);
  const { shown, dated, compares, narrows } = of;
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (bar.current) uncoverFocus(bar.current);
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and would be one more frame
    <div
      ref={bar}
      className="tm-fb-stuck"
      role="group"
      aria-label={t("The filters at hand")}
      data-testid="stuck-bar"
    >
      <div>
        {dated && (
          <PeriodChoice shown={shown} today={today} onOwnDates={phone ? () => onSheet("dates") : onWhole} />
        )}
        {phone ? (
          <FiltersButton narrows={narrows} onOpen={onSheet} />
        ) : (
          <>
            {dated && compares && (
              <div className="tm-fb-some">
                <CompareSelect comparison={of.comparison} shown={shown} />
              </div>
            )}
            <Narrowed business={business} narrows={narrows} onWhole={onWhole} />
            <div className="tm-fb-actions">
              <SavedViewsMenu business={business} />
              <CopyLink />
            </div>
          </>
        )}
      </div>
    </div>
  );
}

/** What has the focus may be where the bar comes. The page's own scrolling has regarded the bar only since it is there. */
function uncoverFocus(bar: HTMLElement): void {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return;
  if (isCovered(focused.getBoundingClientRect(), bar.getBoundingClientRect().bottom)) {
    focused.scrollIntoView({ block: "nearest" });
  }
}

const PLATFORMS: readonly Narrowing[] = ["platform"];

function Narrowed({ business, narrows, onWhole }: Pick<StuckBarProps, "business" | "narrows" | "onWhole">) {
  const [view] = useView();
  const { of } = useToday(business, view);
  const choices = useChoices(business, view);
  const others = chosenCount({ ...view, platform: undefined }, narrows);
  const { as_of: asOf } = view;
  return (
    <>
      {narrows.includes("platform") && (
        <div className="tm-fb-some">
          <NarrowingFilters narrows={PLATFORMS} choices={choices} named />
        </div>
      )}
      <Button variant="default" size="sm" px="sm" fw={400} className="tm-fb-fixed" onClick={onWhole}>
        {others > 0 ? t("All filters ({others} chosen)", { others }) : t("All filters")}
      </Button>
      {asOf && (
        <Button variant="light" size="sm" px="sm" fw={400} onClick={onWhole}>
          {t("As known on {day}", {
            day: asOf.includes("T") ? formatInstant(asOf, of?.time_zone ?? "UTC") : formatDate(asOf),
          })}
        </Button>
      )}
    </>
  );
}
