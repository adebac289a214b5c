import type { Platform } from "../api/types";
import { figureName, platformName } from "../ui/names";

/** What decides nothing of what is shown, or stands in the head already. */
const LEFT_OUT = ["business", "range", "from", "to", "post", "slot"];

/** The filters in an address as a reader knows them: "Platforms: LinkedIn, X". */
export function filtersInWords(search: Record<string, unknown>): string[] {
  return Object.entries(search)
    .filter(([name, value]) => !LEFT_OUT.includes(name) && value !== undefined && value !== "")
    .map(([name, value]) => {
      const values = (Array.isArray(value) ? value : [value]).map((one) => inWords(name, String(one)));
      return `${name.replaceAll("_", " ")}: ${values.join(", ")}`;
    });
}

function inWords(name: string, value: string): string {
  if (name === "platform") return platformName(value as Platform);
  if (name === "metric") return figureName(value).toLowerCase();
  return value.replaceAll("_", " ");
}
