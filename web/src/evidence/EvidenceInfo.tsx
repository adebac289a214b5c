import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Evidence } from "../api/evidence";
import { METHODS } from "../auth/returnTo";
import { InfoPopover } from "../overview/InfoPopover";
import { formatCount, formatInstant, formatPercent } from "../ui/format";
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
  status: (evidence) => ["How sure", statusInWords(evidence)],
  reason_code: () => null,
  value: ({ value }, unit) => ["Value", value === null ? "none" : inUnit(value, unit)],
  level: (evidence, unit) => ["Interval", intervalInWords(evidence, unit)],
  lo: () => null,
  hi: () => null,
  n: ({ n }) => ["Rests on", `${formatCount(n)} looked at`],
  n_eff: ({ n_eff }) => ["Worth", n_eff === null ? "cannot be said" : `${n_eff.toFixed(1)} independent ones`],
  coverage: ({ coverage }) => ["Reported by", coverageInWords(coverage)],
  provisional_share: ({ provisional_share }) => ["May be revised", formatPercent(provisional_share)],
  as_of: ({ as_of }, _, timeZone) => ["As of", formatInstant(as_of, timeZone)],
  method: ({ method }) => [
    "Method",
    <Link key="method" to={METHODS} search={{ method }} className="tm-link">
      {method}
    </Link>,
  ],
};

/** What a finding rests on, all of it. */
export function EvidenceInfo({ evidence, about, unit, timeZone }: Props) {
  return <InfoPopover about={about} facts={factsOf(evidence, unit, timeZone)} />;
}

export function factsOf(evidence: Evidence, unit: Unit, timeZone: string): [string, ReactNode][] {
  return Object.values(FACTS)
    .map((fact) => fact(evidence, unit, timeZone))
    .filter((fact) => fact !== null);
}
