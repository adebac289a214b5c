import type { AccountHealth, MissingMetric, State, SyncRun, UsedLimit } from "../api/health";
import { countOf, joinWords } from "../ui/format";

interface StateWords {
  title: string;
  /** How an account in this state is counted: "2 are read well". */
  counted: [one: string, many: string];
  look: "good" | "bad" | "quiet";
}

/** The most pressing first: the order of the page. */
const STATES: Record<State, StateWords> = {
  sign_in_again: {
    title: "Sign in again",
    counted: ["needs a new sign-in", "need a new sign-in"],
    look: "bad",
  },
  troubled: { title: "In trouble", counted: ["is in trouble", "are in trouble"], look: "bad" },
  ends_soon: {
    title: "Sign-in ends soon",
    counted: ["has a sign-in that ends soon", "have a sign-in that ends soon"],
    look: "bad",
  },
  waiting: {
    title: "Waits for a limit",
    counted: ["waits for a limit", "wait for a limit"],
    look: "quiet",
  },
  beginning: { title: "Begins", counted: ["is about to begin", "are about to begin"], look: "quiet" },
  good: { title: "Collected well", counted: ["is collected well", "are collected well"], look: "good" },
  paused: { title: "Paused", counted: ["is paused", "are paused"], look: "quiet" },
  disconnected: {
    title: "Not collected any more",
    counted: ["is not collected any more", "are not collected any more"],
    look: "quiet",
  },
};

const ORDER = Object.keys(STATES) as State[];

export function stateTitle(state: State): string {
  return STATES[state].title;
}

export function stateLook(state: State): StateWords["look"] {
  return STATES[state].look;
}

/** What needs somebody first, then by name. */
export function byUrgency(accounts: AccountHealth[]): AccountHealth[] {
  return [...accounts].sort(
    (a, b) =>
      ORDER.indexOf(a.condition.state) - ORDER.indexOf(b.condition.state) || a.name.localeCompare(b.name),
  );
}

/** "3 accounts: 1 needs a new sign-in and 2 are collected well." */
export function summaryInWords(accounts: AccountHealth[]): string {
  const parts = ORDER.map((state) => {
    const count = accounts.filter((one) => one.condition.state === state).length;
    return count === 0 ? "" : `${count} ${STATES[state].counted[count === 1 ? 0 : 1]}`;
  }).filter(Boolean);
  return `${countOf(accounts.length, "account")}: ${joinWords(parts)}.`;
}

/** Whether signing in again is what helps. */
export function wantsSignIn(account: AccountHealth): boolean {
  const { state, fault } = account.condition;
  return (
    state === "sign_in_again" || state === "ends_soon" || (state === "troubled" && fault === "not_permitted")
  );
}

const OUTCOMES: Record<SyncRun["outcome"], string> = {
  done: "All well",
  partly: "In part",
  failed: "Failed",
};

export function outcomeInWords(outcome: SyncRun["outcome"]): string {
  return OUTCOMES[outcome];
}

const FAULTS: Record<string, string> = {
  sign_in_gone: "The sign-in is no longer good",
  not_permitted: "Not permitted",
  metric_refused: "A metric was refused",
  batch_refused: "A request for several posts was refused",
  too_much: "Too much was asked for at once",
  rate_limited: "Too many calls for now",
  quota_spent: "The allowance is used up",
  not_found: "Not found",
  unavailable: "The platform did not answer well",
  misconfigured: "The platform's app is not set up right",
  unreadable: "The answer made no sense",
  internal_error: "Something went wrong on our side",
};

/** The kind of a fault; one that the page does not know yet reads as the server spells it. */
export function faultInWords(fault: string): string {
  return FAULTS[fault] ?? fault.replaceAll("_", " ");
}

export interface MissingGroup {
  /** "Posts of the kind ‘reels’: saves and shares" */
  what: string;
  said: string;
}

/** What is missing, put together by kind of post and reason. */
export function missingGroups(missing: MissingMetric[]): MissingGroup[] {
  const groups = new Map<string, MissingMetric[]>();
  for (const one of missing) {
    const key = `${one.of}\n${one.said}\n${one.metric === null ? one.route : ""}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => ({
    what: whatIsMissing(group),
    said: group[0]?.said ?? "",
  }));
}

function whatIsMissing(group: MissingMetric[]): string {
  const of = group[0]?.of ?? "";
  const subject = of === "day" ? "Daily figures" : of === "" ? "Posts" : `Posts of the kind ‘${of}’`;
  const named = group.flatMap((one) => one.metric ?? []);
  return named.length > 0
    ? `${subject}: ${joinWords(named)}`
    : `${subject}: all that the request ‘${group[0]?.route}’ asks for`;
}

const PERCENT = 100;

/** How much of which limit is used. */
export function usedInWords(limit: UsedLimit): string {
  const share = `${Math.round(limit.share * PERCENT)}% used`;
  switch (limit.of) {
    case "app":
      return `The server's app: ${share}`;
    case "sign_in":
      return `This sign-in: ${share}`;
    case "endpoint":
      return `${limit.endpoint}: ${share}`;
  }
}

/** When a sign-in ends, beside its date. */
export function daysLeftInWords(days: number): string {
  if (days === 0) return "within a day";
  return days === 1 ? "in 1 day" : `in ${days} days`;
}

const WARNED_DAYS = 14;

export interface Warning {
  color: "red" | "yellow";
  text: string;
}

/** What is said at the head of every page while somebody should sign in. */
export function warningOf(accounts: AccountHealth[]): Warning | undefined {
  const over = accounts.filter((one) => one.condition.state === "sign_in_again");
  const ending = accounts.filter(
    (one) =>
      one.days_left !== null &&
      one.days_left < WARNED_DAYS &&
      !["sign_in_again", "paused", "disconnected"].includes(one.condition.state),
  );
  const sentences: string[] = [];
  if (over.length > 0) {
    const names = namesOf(over);
    sentences.push(
      over.length === 1
        ? `Nothing is collected from ${names} until somebody signs in again.`
        : `Nothing is collected from ${countOf(over.length, "account")} (${names}) until somebody signs in again.`,
    );
  }
  if (ending.length > 0) {
    const soonest = Math.min(...ending.map((one) => one.days_left ?? WARNED_DAYS));
    sentences.push(
      `The sign-in of ${namesOf(ending)} ends ${daysLeftInWords(soonest)}: sign in again before.`,
    );
  }
  return sentences.length === 0
    ? undefined
    : { color: over.length > 0 ? "red" : "yellow", text: sentences.join(" ") };
}

const NAMED = 3;

function namesOf(accounts: AccountHealth[]): string {
  const names = accounts.map((one) => one.name || one.handle);
  return names.length <= NAMED
    ? joinWords(names)
    : `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`;
}
