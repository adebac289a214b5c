import type { Platform } from "../api/types";
import { inSentence, type Message, msg, tell } from "../text/text";
import { figureName, platformName, typeName } from "../ui/names";

/** What decides nothing of what is shown, or stands in the head already. */
const LEFT_OUT = ["business", "range", "from", "to", "post", "slot"];

const NAMES: Record<string, Message> = {
  platform: msg("platform"),
  account: msg("account"),
  group: msg("group"),
  type: msg("type"),
  label: msg("label"),
  metric: msg("metric"),
  basis: msg("basis"),
  compare: msg("compare"),
  compare_from: msg("compare from"),
  compare_to: msg("compare to"),
  as_of: msg("as of"),
  bars: msg("bars"),
  search: msg("search"),
  sort: msg("sort"),
  column: msg("column"),
  explain: msg("explain"),
  week: msg("week"),
};

/** The filters in an address as a reader knows them: "Platforms: LinkedIn, X". */
export function filtersInWords(search: Record<string, unknown>): string[] {
  return Object.entries(search)
    .filter(([name, value]) => !LEFT_OUT.includes(name) && value !== undefined && value !== "")
    .map(([name, value]) => {
      const values = (Array.isArray(value) ? value : [value]).map((one) => inWords(name, String(one)));
      return `${nameOf(name)}: ${values.join(", ")}`;
    });
}

function nameOf(filter: string): string {
  const known = NAMES[filter];
  return known ? tell(known) : filter.replaceAll("_", " ");
}

function inWords(name: string, value: string): string {
  if (name === "platform") return platformName(value as Platform);
  if (name === "metric") return inSentence(figureName(value));
  if (name === "type") return inSentence(typeName(value));
  return value.replaceAll("_", " ");
}
