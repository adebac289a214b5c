import { Text } from "@mantine/core";
import type { Overview } from "../api/types";
import { spoken } from "../text/said";
import { t } from "../text/text";
import { formatDate, formatInstant, formatSpan } from "../ui/format";

/** What the numbers below are about, in words: the resolved period, the basis and why, the comparison. */
export function PeriodLine({ overview }: { overview: Overview }) {
  const { period, comparison, published, last_collected_at: collected } = overview;
  const basis =
    period.basis === "activity" ? t("What happened in the period") : t("Posts published in the period");
  const reason = period.basis_reason;
  const { equal_age: equalAge } = published;
  return (
    <Text size="sm" c="dimmed" data-testid="period-line">
      <Text span fw={600} c="var(--mantine-color-text)">
        {formatSpan(period)}
      </Text>{" "}
      ({period.time_zone}). {basis}
      {reason ? ": " : "."}
      {reason && spoken(reason, period.basis_reason_said)}
      {reason && !/[.!?]$/.test(reason) && "."}
      {comparison &&
        ` ${t("Compared with {period}{upTo}.", { period: formatSpan(comparison), upTo: settled(overview) })}`}
      {period.basis === "published" && equalAge?.reason && (
        <> {spoken(equalAge.reason, equalAge.reason_said)}</>
      )}
      {collected && ` ${t("Last collected {time}.", { time: formatInstant(collected, period.time_zone) })}`}
    </Text>
  );
}

function settled({ comparison, period }: Overview): string {
  const day = comparison?.settled_to;
  return day && day < period.to ? `, ${t("counting days up to {day}", { day: formatDate(day) })}` : "";
}
