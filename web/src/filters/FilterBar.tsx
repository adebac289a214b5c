import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import type { DateSpan } from "../api/types";
import { AsOfBanner, AsOfInput } from "./AsKnownOn";
import { DateSpanInputs } from "./DateSpanInputs";
import { PlatformFilter } from "./PlatformFilter";
import { PostFilters } from "./PostFilters";
import { DEFAULT_RANGE, RANGES, type Range } from "./ranges";
import { useView } from "./useView";
import { BASES, type Basis, COMPARISONS, type Compare, type View, withCompare, withPeriod } from "./view";

interface Props {
  business: number;
  /** The days that the server resolved, once it has answered. */
  period: DateSpan | undefined;
  comparison: DateSpan | null | undefined;
  /** A choice that the page puts first. */
  first?: ReactNode;
  /** Whether the page compares, and has a basis to choose. A list of posts does neither. */
  compares?: boolean;
}

const OWN_DATES = "dates";

export function FilterBar({ business, period, comparison, first, compares = true }: Props) {
  const [view, change] = useView();
  const set = (part: Partial<View>) => change((now) => ({ ...now, ...part }));
  const shown = view.from && view.to ? { from: view.from, to: view.to } : period;

  return (
    <section className="tm-panel tm-filters" aria-label="Filters">
      {first}
      <NativeSelect
        className="tm-wide"
        label="Period"
        data={[...options(RANGES), { value: OWN_DATES, label: "Own dates", disabled: !shown }]}
        value={view.from ? OWN_DATES : (view.range ?? DEFAULT_RANGE)}
        onChange={(event) => {
          const value = event.currentTarget.value;
          if (value !== OWN_DATES) change((now) => withPeriod(now, { range: value as Range }));
          else if (shown) change((now) => withPeriod(now, shown));
        }}
      />
      <DateSpanInputs
        labels={["From", "To"]}
        span={shown}
        onSpan={(span) => change((now) => withPeriod(now, span))}
      />
      {compares && <ComparisonChoice comparison={comparison} shown={shown} />}
      <PlatformFilter
        business={business}
        selected={view.platform ?? []}
        onSelect={(platforms) => set({ platform: platforms.length > 0 ? platforms : undefined })}
      />
    </section>
  );
}

interface ComparisonChoiceProps {
  comparison: DateSpan | null | undefined;
  shown: DateSpan | undefined;
}

function ComparisonChoice({ comparison, shown }: ComparisonChoiceProps) {
  const [view, change] = useView();
  const compared =
    view.compare_from && view.compare_to ? { from: view.compare_from, to: view.compare_to } : undefined;

  return (
    <>
      <NativeSelect
        label="Compare with"
        data={options(COMPARISONS)}
        value={view.compare ?? "previous_period"}
        onChange={(event) => {
          const value = event.currentTarget.value as Compare;
          // Own dates start from those compared with now, and are then changed.
          change((now) => withCompare(now, value, value === "custom" ? (comparison ?? shown) : undefined));
        }}
      />
      {view.compare === "custom" && (
        <DateSpanInputs
          labels={["Compare from", "Compare to"]}
          span={compared}
          onSpan={(span) => change((now) => withCompare(now, "custom", span))}
        />
      )}
      <NativeSelect
        label="Basis"
        data={options(BASES)}
        value={view.basis ?? "auto"}
        onChange={(event) => {
          const basis = event.currentTarget.value as Basis;
          change((now) => ({ ...now, basis }));
        }}
      />
    </>
  );
}

function options(names: Record<string, string>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
