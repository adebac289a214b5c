import { type Message, tell } from "../text/text";

/** Names by value, as a list to choose from. */
export function options(names: Record<string, Message>): { value: string; label: string }[] {
  return Object.entries(names).map(([value, label]) => ({ value, label: tell(label) }));
}
