import type { Preset } from "../filters/ranges";
import { type Message, msg } from "../text/text";

/** What keys and the palette can do. Pages have keys of their own, see `pages.ts`. */
export const COMMANDS = {
  help: { keys: "?", name: msg("Show the shortcuts"), group: msg("Help") },
  palette: { keys: undefined, name: msg("Search and commands"), group: msg("Help") },
  search: { keys: "/", name: msg("Search"), group: msg("Help") },
  shortcuts: { keys: undefined, name: msg("Turn single-key shortcuts on or off"), group: msg("Help") },
  dark: { keys: "d", name: msg("Dark or light"), group: msg("Help") },
  today: { keys: "t", name: msg("Today"), group: msg("Period") },
  yesterday: { keys: "y", name: msg("Yesterday"), group: msg("Period") },
  last_7_days: { keys: "w", name: msg("Last 7 days"), group: msg("Period") },
  last_28_days: { keys: "f", name: msg("Last 28 days"), group: msg("Period") },
  last_90_days: { keys: "q", name: msg("Last 90 days"), group: msg("Period") },
  this_month: { keys: "m", name: msg("This month"), group: msg("Period") },
  last_month: { keys: "p", name: msg("Last month"), group: msg("Period") },
  this_year: { keys: "r", name: msg("This year"), group: msg("Period") },
  last_12_months: { keys: "l", name: msg("Last 12 months"), group: msg("Period") },
  all: { keys: "a", name: msg("All time"), group: msg("Period") },
  custom: { keys: "c", name: msg("Own dates"), group: msg("Period") },
  step_back: { keys: "[", name: msg("The period before"), group: msg("Period") },
  step_forward: { keys: "]", name: msg("The period after"), group: msg("Period") },
  compare: { keys: "x", name: msg("Compare, or compare with nothing"), group: msg("View") },
  clear: { keys: "Escape", name: msg("Clear the filters"), group: msg("View") },
  now: { keys: undefined, name: msg("Show what is known now"), group: msg("View") },
  export: { keys: "e", name: msg("Export"), group: msg("View") },
  note: { keys: "n", name: msg("Add a note"), group: msg("View") },
  copy_link: { keys: undefined, name: msg("Copy the link to this view"), group: msg("View") },
  save_view: { keys: undefined, name: msg("Save this view"), group: msg("View") },
} as const satisfies Record<string, { keys: string | undefined; name: Message; group: Message }>;

export type CommandId = keyof typeof COMMANDS;
export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[];

/** Periods that have a key. */
export const PERIOD_COMMANDS = [
  "today",
  "yesterday",
  "last_7_days",
  "last_28_days",
  "last_90_days",
  "this_month",
  "last_month",
  "this_year",
  "last_12_months",
  "all",
] as const satisfies readonly (Preset & CommandId)[];

type Run = () => void;
export type Runs = Partial<Record<CommandId, Run>>;

// What is on the page decides what a command does; it is asked for when a key is pressed, so nothing is rendered anew.
const offered = new Map<CommandId, Run[]>();

/** Offers commands until the returned function is called. Of several offers of one command the latest holds. */
export function offer(runs: Runs): () => void {
  const entries = Object.entries(runs) as [CommandId, Run | undefined][];
  for (const [id, run] of entries) {
    if (run) offered.set(id, [...(offered.get(id) ?? []), run]);
  }
  return () => {
    for (const [id, run] of entries) {
      offered.set(
        id,
        (offered.get(id) ?? []).filter((one) => one !== run),
      );
    }
  };
}

export function isOffered(id: CommandId): boolean {
  return (offered.get(id)?.length ?? 0) > 0;
}

/** Whether there was anything to do. */
export function runCommand(id: CommandId): boolean {
  const run = offered.get(id)?.at(-1);
  run?.();
  return run !== undefined;
}
