import { useRef } from "react";
import type { DateSpan } from "../api/types";
import { useCommands } from "../keys/useCommands";
import { t } from "../text/text";
import { DateSpanInputs } from "./DateSpanInputs";
import { TypedPeriodInput } from "./TypedPeriodInput";
import { useView } from "./useView";
import { withPeriod } from "./view";

interface Props {
  shown: DateSpan | undefined;
  /** Of the business, where the view looks at the past that day. */
  today: string;
  /** Whether what opens with them begins at them. */
  autoFocus: boolean;
}

/** The days that the numbers are about by their dates, or in words. */
export function PeriodDates({ shown, today, autoFocus }: Props) {
  const [, change] = useView();
  const first = useRef<HTMLDivElement>(null);
  useCommands({ custom: () => first.current?.querySelector("input")?.focus() });
  return (
    <>
      <div ref={first} className="tm-fb-dates">
        <DateSpanInputs
          labels={[t("From"), t("To")]}
          span={shown}
          autoFocus={autoFocus}
          onSpan={(span) => change((now) => withPeriod(now, span))}
        />
      </div>
      <TypedPeriodInput today={today} onPeriod={(period) => change((now) => withPeriod(now, period))} />
    </>
  );
}
