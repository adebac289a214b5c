import { NativeSelect } from "@mantine/core";
import type { DateSpan } from "../api/types";
import { DateSpanInputs } from "./DateSpanInputs";
import { options } from "./options";
import { DEFAULT_RANGE, RANGES, type Range } from "./ranges";
import { useView } from "./useView";
import { withPeriod } from "./view";

const OWN_DATES = "dates";

/** Which days the numbers are about. */
export function PeriodChoice({ shown }: { shown: DateSpan | undefined }) {
  const [view, change] = useView();
  return (
    <>
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
    </>
  );
}
