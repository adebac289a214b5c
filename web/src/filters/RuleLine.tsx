import { Text } from "@mantine/core";
import type { DateSpan } from "../api/types";
import { t } from "../text/text";
import { formatSpan } from "../ui/format";
import { weekdayName } from "../ui/weekdays";
import { ruleInWords } from "./rule";
import { useToday } from "./useToday";
import { useView } from "./useView";

interface Props {
  business: number;
  period: DateSpan | undefined;
  comparison: DateSpan | null | undefined;
  compares: boolean;
}

/** Whose days are counted, and by which rule those compared with were found. */
export function RuleLine({ business, period, comparison, compares }: Props) {
  const [view] = useView();
  const { of } = useToday(business, view);
  const rule = compares && period ? ruleInWords(view, period, comparison) : undefined;
  return (
    <Text className="tm-note" data-testid="rule-line">
      {of &&
        t("Days of {zone}; weeks begin on {weekday}.", {
          zone: of.time_zone.replaceAll("_", " "),
          weekday: weekdayName(of.week_start),
        })}
      {rule && ` ${rule}${comparison ? `: ${formatSpan(comparison)}` : ""}.`}
    </Text>
  );
}
