import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Evidence } from "../api/evidence";
import { METHODS } from "../auth/returnTo";
import { InfoPopover } from "../overview/InfoPopover";
import { t } from "../text/text";
import { formatCount, formatInstant, formatPercent, formatTimes } from "../ui/format";
import { coverageInWords, intervalInWords, inUnit, statusInWords, type Unit } from "./words";

interface Props {
  /** Whole: there is no way to show a part of it. */
  evidence: Evidence;
  about: string;
  unit: Unit;
  timeZone: string;
}

type Fact = (evidence: Evidence, unit: Unit, timeZone: string) => [string, ReactNode] | null;

/** A line for every member; ends and level of an interval stand in one. A member without a line does not compile. */
const FACTS: { [Member in keyof Evidence]-?: Fact } = {
  status: (evidence) => [t("How sure"), statusInWords(evidence)],
  reason_code: () => null,
  value: ({ value }, unit) => [t("Value"), value === null ? t("none |no value") : inUnit(value, unit)],
  level: (evidence, unit) => [t("Interval"), intervalInWords(evidence, unit)],
  lo: () => null,
  hi: () => null,
  n: ({ n }) => [t("Rests on"), t("{number} looked at", { number: formatCount(n) })],
  n_eff: ({ n_eff }) => [
    t("Worth"),
    n_eff === null ? t("cannot be said") : t("{number} independent ones", { number: formatTimes(n_eff) }),
  ],
  coverage: ({ coverage }) => [t("Reported by"), coverageInWords(coverage)],
  provisional_share: ({ provisional_share }) => [t("May be revised"), formatPercent(provisional_share)],
  as_of: ({ as_of }, _, timeZone) => [t("As of"), formatInstant(as_of, timeZone)],
  method: ({ method }) => [
    t("Method"),
    <Link key="method" to={METHODS} search={{ method }} className="tm-link">
      {method}
    </Link>,
  ],
};

/** What a finding rests on, all of it. */
export function EvidenceInfo({ evidence, about, unit, timeZone }: Props) {
  return <InfoPopover about={about} facts={() => factsOf(evidence, unit, timeZone)} methods={false} />;
}

export function factsOf(evidence: Evidence, unit: Unit, timeZone: string): [string, ReactNode][] {
  return Object.values(FACTS)
    .map((fact) => fact(evidence, unit, timeZone))
    .filter((fact) => fact !== null);
}
