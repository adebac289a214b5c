import { NativeSelect } from "@mantine/core";
import type { DateSpan } from "../api/types";
import { useCommands } from "../keys/useCommands";
import { t } from "../text/text";
import { DateSpanInputs } from "./DateSpanInputs";
import { options } from "./options";
import { useView } from "./useView";
import { BASES, type Basis, COMPARISONS, type Compare, withCompare } from "./view";

interface Props {
  comparison: DateSpan | null | undefined;
  shown: DateSpan | undefined;
}

/** With what the period is compared, and what counts as of the period. */
export function ComparisonChoice({ comparison, shown }: Props) {
  const [view, change] = useView();
  const compared =
    view.compare_from && view.compare_to ? { from: view.compare_from, to: view.compare_to } : undefined;

  useCommands({
    compare: () => change((now) => withCompare(now, now.compare === "none" ? "previous_period" : "none")),
  });

  return (
    <>
      <CompareSelect comparison={comparison} shown={shown} />
      {view.compare === "custom" && (
        <DateSpanInputs
          labels={[t("Compare from"), t("Compare to")]}
          span={compared}
          onSpan={(span) => change((now) => withCompare(now, "custom", span))}
        />
      )}
      <NativeSelect
        label={t("Basis")}
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

export function CompareSelect({ comparison, shown }: Props) {
  const [view, change] = useView();
  return (
    <NativeSelect
      label={t("Compare with")}
      data={options(COMPARISONS)}
      value={view.compare ?? "previous_period"}
      onChange={(event) => {
        const value = event.currentTarget.value as Compare;
        // Own dates start from those compared with now, and are then changed.
        change((now) => withCompare(now, value, value === "custom" ? (comparison ?? shown) : undefined));
      }}
    />
  );
}
