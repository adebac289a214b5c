import type { CollectingStatus, Connection, OfferedAccount } from "../api/connections";

const PROBLEMS: Record<string, string> = {
  denied: "The platform says that you did not agree. Connect again when you want to.",
  expired: "The sign-in took longer than ten minutes. Connect again.",
  used: "This answer of the platform was used before. If no new connection is listed below, connect again.",
  other_user:
    "Somebody else began this sign-in, or it is for a business that is not among yours. Connect again as yourself.",
  signed_out: "You are not signed in to Tidemark in this browser any more. Sign in, then connect again.",
  unknown_sign_in: "This sign-in was not begun here. Connect again from this page.",
  unknown_login: "This server does not know that platform.",
  not_set_up: "The platform is not set up on this server any more: see below what is missing.",
  connection_gone: "The connection was removed while you were signing in. Make a new one.",
  app_refused:
    "The platform refuses the app that this server is registered as. Compare the redirect address, the permissions and the secret below with what the platform has; the server's log holds its reason.",
  code_refused:
    "The platform did not take its own answer back, which happens when it is too old. Connect again.",
  platform_failed: "The platform did not answer at the end of the sign-in. Try again in a few minutes.",
};

/** Why a sign-in came to nothing, and what to do. */
export function problemInWords(problem: string): string {
  return PROBLEMS[problem] ?? "The sign-in came to nothing. Connect again.";
}

export type Urgency = "none" | "notice" | "soon" | "now";

const SOON_DAYS = 7;
const NOW_DAYS = 1;

/** How pressing it is that somebody signs in again: from 14 days before the end, more so from 7 and from 1. */
export function urgencyOf(connection: Pick<Connection, "status" | "days_left">): Urgency {
  if (connection.status === "good") return "none";
  const days = connection.days_left;
  if (connection.status === "sign_in_again" || (days !== null && days <= NOW_DAYS)) return "now";
  return days !== null && days <= SOON_DAYS ? "soon" : "notice";
}

const STATUS: Record<Connection["status"], string> = {
  good: "Connected",
  ends_soon: "Ends soon",
  sign_in_again: "Sign in again",
};

export function statusInWords(status: Connection["status"]): string {
  return STATUS[status];
}

const COLLECTING: Record<CollectingStatus, string> = {
  collecting: "Collected",
  paused: "Paused",
  disconnected: "Not collected any more",
};

export function collectingInWords(status: CollectingStatus): string {
  return COLLECTING[status];
}

/** What changed for the replies of an account. */
export function repliesInWords(name: string, collected: boolean): string {
  return collected
    ? `Replies of ${name} are collected too from now on.`
    : `Replies of ${name} are not collected any more.`;
}

/** Whether an account may be ticked. */
export function isChoosable(offer: OfferedAccount): boolean {
  return offer.obstacle === null && (offer.status === null || offer.status === "disconnected");
}

/** What stands beside an account that is offered: why it cannot be ticked, or what ticking it means. */
export function offerInWords(offer: OfferedAccount): string | undefined {
  if (offer.obstacle !== null) return offer.obstacle;
  switch (offer.status) {
    case "collecting":
      return "Collected already.";
    case "paused":
      return "Paused: resume it in the list.";
    case "disconnected":
      return "Was collected before; it goes on where it stood.";
    default:
      return undefined;
  }
}

/** Ticked at first: the account, where there is nothing to choose among. */
export function firstChoice(offers: OfferedAccount[]): string[] {
  const choosable = offers.filter(isChoosable);
  return choosable.length === 1 ? choosable.map((offer) => offer.external_id) : [];
}
