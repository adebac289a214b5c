import type { ReactNode } from "react";
import type { Problem } from "../api/types";
import { problemInWords } from "./words";

/** What the server has against a mapping, and the field that it is about. */
export interface Fault {
  /** A member of the mapping, `columns[3]`, or `mapping` for what no single field can mend. */
  at: string;
  text: ReactNode;
}

const FIELDS = [
  "name",
  "rows",
  "platform",
  "account",
  "date_order",
  "time_zone",
  "decimal",
  "missing",
  "columns",
];

/** Refusals that only the file brings about, by the member that answers them. */
const MEMBER_OF_CODE: Record<string, string> = {
  time_zone_needed: "time_zone",
  unknown_column: "columns",
};

/** Whether a correction of the mapping answers the refusal. */
export function isAboutMapping({ code = "" }: Problem): boolean {
  return code in MEMBER_OF_CODE;
}

export function faultOf(problem: Problem): Fault {
  const member = problem.member ?? MEMBER_OF_CODE[problem.code ?? ""] ?? "";
  const column = /^columns\[\d+\]/.exec(member)?.[0];
  const field = FIELDS.find((name) => member === name || member.startsWith(`${name}[`));
  return {
    at: column ?? field ?? "mapping",
    text: problemInWords(problem),
  };
}

/** The properties of a field that show the fault where it is about that field, and lead to it. */
export function faultProps(fault: Fault | undefined, at: string) {
  return fault?.at === at ? { error: fault.text, "data-autofocus": true } : {};
}
