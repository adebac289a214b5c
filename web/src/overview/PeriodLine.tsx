import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Overview } from "../api/types";
import { spoken } from "../text/said";
import { t } from "../text/text";
import { formatInstant, formatSpan } from "../ui/format";
import { countedTo } from "./explain";
import { InfoPopover } from "./InfoPopover";

/** What the numbers below are about, in words: the resolved period, the basis, the comparison; why stands behind the (i). */
export function PeriodLine({ overview }: { overview: Overview }) {
  const { period, comparison, published, last_collected_at: collected } = overview;
  const basis =
    period.basis === "activity" ? t("What happened in the period") : t("Posts published in the period");
  const { equal_age: equalAge } = published;
  const upTo = countedTo(overview);
  return (
    <Text size="sm" c="dimmed" component="div" className="tm-period-line" data-testid="period-line">
      <Text span fw={600} c="var(--mantine-color-text)">
        {formatSpan(period)}
      </Text>{" "}
      ({period.time_zone}). {basis}.
      {comparison &&
        ` ${t("Compared with {period}{upTo}.", { period: formatSpan(comparison), upTo: upTo ? `, ${upTo}` : "" })}`}
      {period.basis === "published" && equalAge?.reason && (
        <> {spoken(equalAge.reason, equalAge.reason_said)}</>
      )}
      {collected && (
        <span className="tm-print-only">{` ${t("Last collected {time}.", { time: formatInstant(collected, period.time_zone) })}`}</span>
      )}{" "}
      <InfoPopover about={t("The period")} facts={() => factsOf(overview, basis)} />
    </Text>
  );
}

function factsOf({ period, last_collected_at: collected }: Overview, basis: string): [string, ReactNode][] {
  const reason = period.basis_reason && spoken(period.basis_reason, period.basis_reason_said);
  return [
    [t("Basis"), reason ? [basis, ": ", reason] : basis],
    [t("Days end in"), period.time_zone],
    ...(collected
      ? [[t("Last collected"), formatInstant(collected, period.time_zone)] satisfies [string, ReactNode]]
      : []),
  ];
}
