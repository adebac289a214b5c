import type { ReactNode } from "react";
import type { AccountHealth, Condition, MissingMetric, State, SyncRun, UsedLimit } from "../api/health";
import { spoken } from "../text/said";
import { type Message, msg, plural, t, tell } from "../text/text";
import { joinWords } from "../ui/format";

interface StateWords {
  title: Message;
  /** So many accounts in this state: "2 are collected well". */
  counted: (accounts: number) => string;
  look: "good" | "bad" | "quiet";
}

/** The most pressing first: the order of the page. */
const STATES: Record<State, StateWords> = {
  sign_in_again: {
    title: msg("Sign in again"),
    counted: (n) => plural(n, "{n} needs a new sign-in", "{n} need a new sign-in"),
    look: "bad",
  },
  troubled: {
    title: msg("In trouble"),
    counted: (n) => plural(n, "{n} is in trouble", "{n} are in trouble"),
    look: "bad",
  },
  ends_soon: {
    title: msg("Sign-in ends soon"),
    counted: (n) => plural(n, "{n} has a sign-in that ends soon", "{n} have a sign-in that ends soon"),
    look: "bad",
  },
  waiting: {
    title: msg("Waits for a limit"),
    counted: (n) => plural(n, "{n} waits for a limit", "{n} wait for a limit"),
    look: "quiet",
  },
  beginning: {
    title: msg("Begins"),
    counted: (n) => plural(n, "{n} is about to begin", "{n} are about to begin"),
    look: "quiet",
  },
  good: {
    title: msg("Collected well"),
    counted: (n) => plural(n, "{n} is collected well", "{n} are collected well"),
    look: "good",
  },
  paused: {
    title: msg("Paused"),
    counted: (n) => plural(n, "{n} is paused", "{n} are paused"),
    look: "quiet",
  },
  disconnected: {
    title: msg("Not collected any more"),
    counted: (n) => plural(n, "{n} is not collected any more", "{n} are not collected any more"),
    look: "quiet",
  },
};

const ORDER = Object.keys(STATES) as State[];

export function stateTitle(state: State): string {
  return tell(STATES[state].title);
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
    return count === 0 ? "" : STATES[state].counted(count);
  }).filter(Boolean);
  return `${plural(accounts.length, "{n} account", "{n} accounts")}: ${joinWords(parts)}.`;
}

/** Whether signing in again is what helps. */
export function wantsSignIn(account: AccountHealth): boolean {
  const { state, fault } = account.condition;
  return (
    state === "sign_in_again" || state === "ends_soon" || (state === "troubled" && fault === "not_permitted")
  );
}

const OUTCOMES: Record<SyncRun["outcome"], Message> = {
  done: msg("All well"),
  partly: msg("In part"),
  failed: msg("Failed"),
};

export function outcomeInWords(outcome: SyncRun["outcome"]): string {
  return tell(OUTCOMES[outcome]);
}

const FAULTS: Record<string, Message> = {
  sign_in_gone: msg("The sign-in is no longer good"),
  not_permitted: msg("Not permitted"),
  metric_refused: msg("A metric was refused"),
  batch_refused: msg("A request for several posts was refused"),
  too_much: msg("Too much was asked for at once"),
  rate_limited: msg("Too many calls for now"),
  quota_spent: msg("The allowance is used up"),
  not_found: msg("Not found"),
  unavailable: msg("The platform did not answer well"),
  misconfigured: msg("The platform's app is not set up right"),
  unreadable: msg("The answer made no sense"),
  internal_error: msg("Something went wrong on our side"),
};

/** The kind of a fault; one that the page does not know yet reads as the server spells it. */
export function faultInWords(fault: string): string {
  const known = FAULTS[fault];
  return known ? tell(known) : fault.replaceAll("_", " ");
}

/** What is wrong with an account. */
export function problemInWords({ state, fault, problem, problem_said }: Condition): ReactNode {
  switch (state) {
    case "disconnected":
      return t("It is not collected any more.");
    case "paused":
      return t("It is paused.");
    case "ends_soon":
      return t("The sign-in ends soon.");
    case "troubled":
      return fault === null ? t("Its turn has not come.") : spoken(problem ?? "", problem_said);
    default:
      return spoken(problem ?? "", problem_said);
  }
}

const ADVICE: Record<string, Message> = {
  not_permitted: msg("Sign in again and agree to all that is asked for."),
  misconfigured: msg("Whoever runs the server must mend the platform's app."),
  quota_spent: msg("Wait, or allow more where the budget is yours."),
  unreadable: msg(
    "Look for a newer version of Tidemark: the platform's answers have changed. They are kept for inspection.",
  ),
  not_found: msg("Look at the platform whether the account is still there."),
};

/** What to do about an account, as the server advises. */
export function adviceInWords({ state, fault }: Condition): string {
  switch (state) {
    case "disconnected":
      return t("Choose it again to go on.");
    case "paused":
      return t("Resume it on the page of connections.");
    case "sign_in_again":
      return t("Sign in again.");
    case "ends_soon":
      return t("Sign in again before, so that no day is missed.");
    default:
      if (fault === null) return t("Whoever runs the server must look into its log.");
      return tell(ADVICE[fault] ?? msg("Nothing: it goes on by itself."));
  }
}

export interface MissingGroup {
  /** Tells it from others that may read alike. */
  key: string;
  /** "Posts of the kind ‘reels’: saves and shares" */
  what: string;
  said: ReactNode;
}

/** What is missing, put together by kind of post and reason. */
export function missingGroups(missing: MissingMetric[]): MissingGroup[] {
  const groups = new Map<string, MissingMetric[]>();
  for (const one of missing) {
    const key = `${one.of}\n${one.said}\n${one.metric === null ? one.route : ""}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, group]) => ({
    key,
    what: whatIsMissing(group),
    said: group[0] && spoken(group[0].said, group[0].said_said),
  }));
}

function whatIsMissing(group: MissingMetric[]): string {
  const of = group[0]?.of ?? "";
  const subject =
    of === "day" ? t("Daily figures") : of === "" ? t("Posts") : t("Posts of the kind ‘{of}’", { of });
  const named = group.flatMap((one) => one.metric ?? []);
  return named.length > 0
    ? `${subject}: ${joinWords(named)}`
    : t("{subject}: all that the request ‘{route}’ asks for", {
        subject,
        route: group[0]?.route ?? "",
      });
}

const PERCENT = 100;

/** How much of which limit is used. */
export function usedInWords(limit: UsedLimit): string {
  const percent = Math.round(limit.share * PERCENT);
  switch (limit.of) {
    case "app":
      return t("The server's app: {percent}% used", { percent });
    case "sign_in":
      return t("This sign-in: {percent}% used", { percent });
    case "endpoint":
      return t("{endpoint}: {percent}% used", { endpoint: limit.endpoint ?? "", percent });
  }
}

/** When a sign-in ends, beside its date. */
export function daysLeftInWords(days: number): string {
  if (days === 0) return t("within a day");
  return plural(days, "in {n} day", "in {n} days");
}

const WARNED_DAYS = 14;

/** Conditions in which no end is told: somebody is needed anyway, or the server says that the end is far enough. */
const NO_END = new Set(["sign_in_again", "paused", "disconnected", "good", "beginning"]);

export interface Warning {
  color: "red" | "yellow";
  text: string;
}

/** What is said at the head of every page while somebody should sign in. */
export function warningOf(accounts: AccountHealth[]): Warning | undefined {
  const over = accounts.filter((one) => one.condition.state === "sign_in_again");
  const ending = accounts.filter(
    (one) => one.days_left !== null && one.days_left < WARNED_DAYS && !NO_END.has(one.condition.state),
  );
  const sentences: string[] = [];
  if (over.length > 0) {
    sentences.push(
      plural(
        over.length,
        "Nothing is collected from {names} until somebody signs in again.",
        "Nothing is collected from {n} accounts ({names}) until somebody signs in again.",
        { names: namesOf(over) },
      ),
    );
  }
  if (ending.length > 0) {
    const soonest = Math.min(...ending.map((one) => one.days_left ?? WARNED_DAYS));
    sentences.push(
      t("The sign-in of {names} ends {when}: sign in again before.", {
        names: namesOf(ending),
        when: daysLeftInWords(soonest),
      }),
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
    : plural(names.length - NAMED, "{names} and {n} more", "{names} and {n} more", {
        names: names.slice(0, NAMED).join(", "),
      });
}
