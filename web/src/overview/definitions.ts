import { english, t } from "../text/text";
import type { Facts } from "./facts";

/** What an answer says of its numbers, by id. */
export type Definitions = Record<string, string>;

/** The definition of a figure by its name, for the head of a column. */
export function figureDefinition(name: string, definitions: Definitions): Facts {
  const known = Object.keys(definitions);
  const id =
    known.find((one) => one.split("/")[0] === name) ??
    (name === "engagement" ? known.find((one) => one.startsWith("engagement_with_clicks/")) : undefined);
  return definitionFacts(id ?? null, definitions);
}

export function definitionFacts(name: string | null, definitions: Definitions): Facts {
  if (!name) return [];
  const text = definitions[name];
  return [[t("Definition"), text ? [english(text), ` (${name})`] : name]];
}
