import { Text } from "@mantine/core";
import type { DateSpan } from "../api/types";
import { formatSpan } from "../ui/format";
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
      {of && `Days of ${of.time_zone.replaceAll("_", " ")}; weeks begin on ${capital(of.week_start)}.`}
      {rule && ` ${rule}${comparison ? `: ${formatSpan(comparison)}` : ""}.`}
    </Text>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
