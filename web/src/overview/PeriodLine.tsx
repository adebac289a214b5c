import { Text } from "@mantine/core";
import type { Overview } from "../api/types";
import { formatDate, formatInstant, formatSpan } from "../ui/format";

/** What the numbers below are about, in words: the resolved period, the basis and why, the comparison. */
export function PeriodLine({ overview }: { overview: Overview }) {
  const { period, comparison, published, last_collected_at: collected } = overview;
  const basis = period.basis === "activity" ? "What happened in the period" : "Posts published in the period";
  const equalAge = period.basis === "published" ? published.equal_age?.reason : undefined;
  return (
    <Text size="sm" c="dimmed" data-testid="period-line">
      <Text span fw={600} c="var(--mantine-color-text)">
        {formatSpan(period)}
      </Text>{" "}
      ({period.time_zone}). {sentence(period.basis_reason ? `${basis}: ${period.basis_reason}` : basis)}
      {comparison && ` Compared with ${formatSpan(comparison)}${settled(overview)}.`}
      {equalAge && ` ${sentence(equalAge)}`}
      {collected && ` Last collected ${formatInstant(collected, period.time_zone)}.`}
    </Text>
  );
}

function settled({ comparison, period }: Overview): string {
  const day = comparison?.settled_to;
  return day && day < period.to ? `, counting days up to ${formatDate(day)}` : "";
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
