import { businessOf } from "../filters/view";

export const SECTIONS = {
  business: "Business",
  definitions: "Definitions",
  labels: "Labels",
  accounts: "Accounts",
  members: "Members",
  keys: "Keys",
  you: "Your password",
} as const;
export type Section = keyof typeof SECTIONS;

export interface SettingsSearch {
  business?: number;
  section?: Section;
}

export function toSettingsSearch(raw: Record<string, unknown>): SettingsSearch {
  const { section } = raw;
  const known = typeof section === "string" && Object.hasOwn(SECTIONS, section) && section !== "business";
  return { ...businessOf(raw), ...(known && { section: section as Section }) };
}
