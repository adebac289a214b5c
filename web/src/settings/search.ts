import { businessOf } from "../filters/view";
import { msg } from "../text/text";

export const SECTIONS = {
  business: msg("Business"),
  definitions: msg("Definitions"),
  labels: msg("Labels"),
  accounts: msg("Accounts"),
  members: msg("Members"),
  keys: msg("Keys"),
  you: msg("Your password"),
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
