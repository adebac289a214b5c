import type { ReactNode } from "react";
import type { CollectingStatus, Connection, Move, OfferedAccount } from "../api/connections";
import { spoken } from "../text/said";
import { type Message, msg, ofServer, plural, t, tell } from "../text/text";

const PROBLEMS: Record<string, Message> = {
  denied: msg("The platform says that you did not agree. Connect again when you want to."),
  expired: msg("The sign-in took longer than ten minutes. Connect again."),
  used: msg(
    "This answer of the platform was used before. If no new connection is listed below, connect again.",
  ),
  other_user: msg(
    "Somebody else began this sign-in, or it is for a business that is not among yours. Connect again as yourself.",
  ),
  signed_out: msg("You are not signed in to Tidemark in this browser any more. Sign in, then connect again."),
  unknown_sign_in: msg("This sign-in was not begun here. Connect again from this page."),
  other_account: msg(
    "You signed in there as somebody else than you had told here. Connect again as the account that you want to collect.",
  ),
  unknown_login: msg("This server does not know that platform."),
  not_set_up: msg("The platform is not set up on this server any more: see below what is missing."),
  connection_gone: msg("The connection was removed while you were signing in. Make a new one."),
  app_refused: msg(
    "The platform refuses the app that this server is registered as. Compare the redirect address, the permissions and the secret below with what the platform has; the server's log holds its reason.",
  ),
  code_refused: msg(
    "The platform did not take its own answer back, which happens when it is too old. Connect again.",
  ),
  platform_failed: msg("The platform did not answer at the end of the sign-in. Try again in a few minutes."),
};

/** Why a sign-in came to nothing, and what to do. */
export function problemInWords(problem: string): string {
  return tell(PROBLEMS[problem] ?? msg("The sign-in came to nothing. Connect again."));
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

const STATUS: Record<Connection["status"], Message> = {
  good: msg("Connected"),
  ends_soon: msg("Ends soon"),
  sign_in_again: msg("Sign in again"),
};

export function statusInWords(status: Connection["status"]): string {
  return tell(STATUS[status]);
}

/** What to do about a connection, as the server advises; undefined where there is nothing to do. */
export function adviceInWords({
  status,
  days_left,
  login_title,
}: Pick<Connection, "status" | "days_left" | "login_title">): string | undefined {
  const platform = ofServer(login_title);
  switch (status) {
    case "good":
      return undefined;
    case "sign_in_again":
      return t("Nothing is collected through it any more: sign in with {platform} again.", { platform });
    case "ends_soon":
      return days_left
        ? plural(
            days_left,
            "The sign-in with {platform} ends in {n} day: sign in again before, so that no day is missed.",
            "The sign-in with {platform} ends in {n} days: sign in again before, so that no day is missed.",
            { platform },
          )
        : t(
            "The sign-in with {platform} ends within a day: sign in again before, so that no day is missed.",
            { platform },
          );
  }
}

const COLLECTING: Record<CollectingStatus, Message> = {
  collecting: msg("Collected"),
  paused: msg("Paused"),
  disconnected: msg("Not collected any more"),
};

export function collectingInWords(status: CollectingStatus): string {
  return tell(COLLECTING[status]);
}

/** What was done with an account. */
export function moveInWords(name: string, to: Move): string {
  switch (to) {
    case "pause":
      return t("{name} is paused.", { name });
    case "resume":
      return t("{name} is collected again.", { name });
    case "disconnect":
      return t("{name} is not collected any more.", { name });
  }
}

/** What changed for the replies of an account. */
export function repliesInWords(name: string, collected: boolean): string {
  return collected
    ? t("Replies of {name} are collected too from now on.", { name })
    : t("Replies of {name} are not collected any more.", { name });
}

/** Whether an account may be ticked. */
export function isChoosable(offer: OfferedAccount): boolean {
  return offer.obstacle === null && (offer.status === null || offer.status === "disconnected");
}

/** What stands beside an account that is offered: why it cannot be ticked, or what ticking it means. */
export function offerInWords(offer: OfferedAccount): ReactNode {
  if (offer.obstacle !== null) return spoken(offer.obstacle, offer.obstacle_said);
  switch (offer.status) {
    case "collecting":
      return t("Collected already.");
    case "paused":
      return t("Paused: resume it in the list.");
    case "disconnected":
      return t("Was collected before; it goes on where it stood.");
    default:
      return undefined;
  }
}

/** Ticked at first: the account, where there is nothing to choose among. */
export function firstChoice(offers: OfferedAccount[]): string[] {
  const choosable = offers.filter(isChoosable);
  return choosable.length === 1 ? choosable.map((offer) => offer.external_id) : [];
}
