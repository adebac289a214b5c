import type { Preset } from "../filters/ranges";

/** What keys and the palette can do. Pages have keys of their own, see `pages.ts`. */
export const COMMANDS = {
  help: { keys: "?", name: "Show the shortcuts", group: "Help" },
  palette: { keys: undefined, name: "Search and commands", group: "Help" },
  search: { keys: "/", name: "Search", group: "Help" },
  shortcuts: { keys: undefined, name: "Turn single-key shortcuts on or off", group: "Help" },
  dark: { keys: "d", name: "Dark or light", group: "Help" },
  today: { keys: "t", name: "Today", group: "Period" },
  yesterday: { keys: "y", name: "Yesterday", group: "Period" },
  last_7_days: { keys: "w", name: "Last 7 days", group: "Period" },
  last_28_days: { keys: "f", name: "Last 28 days", group: "Period" },
  last_90_days: { keys: "q", name: "Last 90 days", group: "Period" },
  this_month: { keys: "m", name: "This month", group: "Period" },
  last_month: { keys: "p", name: "Last month", group: "Period" },
  this_year: { keys: "r", name: "This year", group: "Period" },
  last_12_months: { keys: "l", name: "Last 12 months", group: "Period" },
  all: { keys: "a", name: "All time", group: "Period" },
  custom: { keys: "c", name: "Own dates", group: "Period" },
  step_back: { keys: "[", name: "The period before", group: "Period" },
  step_forward: { keys: "]", name: "The period after", group: "Period" },
  compare: { keys: "x", name: "Compare, or compare with nothing", group: "View" },
  clear: { keys: "Escape", name: "Clear the filters", group: "View" },
  now: { keys: undefined, name: "Show what is known now", group: "View" },
  export: { keys: "e", name: "Export", group: "View" },
  note: { keys: "n", name: "Add a note", group: "View" },
  copy_link: { keys: undefined, name: "Copy the link to this view", group: "View" },
  save_view: { keys: undefined, name: "Save this view", group: "View" },
} as const satisfies Record<string, { keys: string | undefined; name: string; group: string }>;

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
