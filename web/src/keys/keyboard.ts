import { COMMAND_IDS, COMMANDS, type CommandId } from "./commands";
import { PAGE_KEYS } from "./pages";

/** What of a keyboard event decides; a part of the browser's own. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
  target: unknown;
}

export type Meaning = { command: CommandId } | { page: string } | { waitsAfter: "g" };

const TYPED_INTO = "input, textarea, select, [contenteditable]:not([contenteditable=false])";
const HAS_KEYS_OF_ITS_OWN = "[role=dialog], [role=menu], [role=listbox], [role=grid], [role=slider]";

/**
 * What a single key means, if it means anything now: not while somebody types, not with a modifier (they are the
 * browser's and the reader's), and not inside what has keys of its own.
 *
 * @param before the key that was pressed right before, where that waits for another
 */
export function meaningOf(pressed: Pressed, before: "g" | undefined): Meaning | undefined {
  const { key } = pressed;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  if (pressed.isComposing || pressed.defaultPrevented) return undefined;
  if (isWithin(pressed.target, `${TYPED_INTO}, ${HAS_KEYS_OF_ITS_OWN}`)) return undefined;
  if (before === "g") {
    const page = PAGE_KEYS[key];
    return page && !pressed.repeat ? { page } : undefined;
  }
  if (key === "g") return { waitsAfter: "g" };
  const command = COMMAND_IDS.find((id) => COMMANDS[id].keys === key);
  if (!command) return undefined;
  const stepping = command === "step_back" || command === "step_forward";
  return pressed.repeat && !stepping ? undefined : { command };
}

/** Ctrl+K, on a Mac Cmd+K: opens the palette wherever the reader is. */
export function opensPalette(pressed: Pick<Pressed, "key" | "ctrlKey" | "metaKey" | "altKey">): boolean {
  return pressed.key.toLowerCase() === "k" && (pressed.ctrlKey || pressed.metaKey) && !pressed.altKey;
}

function isWithin(target: unknown, selector: string): boolean {
  return (
    typeof target === "object" &&
    target !== null &&
    "closest" in target &&
    typeof target.closest === "function" &&
    target.closest(selector) !== null
  );
}
