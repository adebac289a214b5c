import type { DateSpan } from "../api/types";

const LONGEST_PART = 40;

/** A name that is safe everywhere and says whose numbers a file holds, of which panel and which days. */
export function fileName(
  business: { name: string; demo: boolean } | undefined,
  panel: string,
  period: DateSpan | undefined,
  ending: string,
): string {
  const parts = [
    business?.demo ? "demonstration" : "tidemark",
    ...(business ? [safe(business.name)] : []),
    safe(panel),
    ...(period ? [period.from === period.to ? period.from : `${period.from}-to-${period.to}`] : []),
  ];
  return `${parts.filter(Boolean).join("-")}.${ending}`;
}

function safe(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, LONGEST_PART)
    .replace(/-$/, "");
}
