import type { ReactNode } from "react";
import type { AccountHealth } from "../api/health";
import { countOf, formatInstant } from "../ui/format";
import { daysLeftInWords, usedInWords } from "./words";

interface Props {
  account: AccountHealth;
  zone: string;
  now: string;
}

export function AccountFacts({ account, zone, now }: Props) {
  return (
    <dl className="tm-facts">
      {facts(account, zone, now).map(([term, text]) => (
        <div key={term} style={{ display: "contents" }}>
          <dt>{term}</dt>
          <dd className="tm-break">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function facts(account: AccountHealth, zone: string, now: string): [string, ReactNode][] {
  const at = (instant: string) => formatInstant(instant, zone);
  const { last_success_at: last, next_run_at: next, quarantined } = account;
  const rows: [string, ReactNode][] = [
    ["Last collected", last ? at(last) : "Not yet"],
    ["Next run", next === null ? "None is planned" : next <= now ? "As soon as it has its turn" : at(next)],
    ["Earlier posts", backfill(account)],
  ];
  if (account.connection_id !== null) {
    rows.push(["Sign-in", signIn(account, zone)]);
    rows.push(["Platform’s limits", <Limits key="limits" account={account} zone={zone} />]);
  }
  if (quarantined > 0) {
    rows.push(["Set aside", `${countOf(quarantined, "answer")} that made no sense, kept for inspection`]);
  }
  return rows;
}

function signIn({ condition, ends_at: end, days_left: days }: AccountHealth, zone: string): string {
  if (condition.state === "sign_in_again") return "No longer good";
  if (end === null || days === null) return "No end is known";
  return `Ends ${daysLeftInWords(days)}, ${formatInstant(end, zone)}`;
}

function backfill({ backfill }: AccountHealth): string {
  const found = countOf(backfill.posts_found, "post");
  return backfill.done ? `All listed: ${found} found` : `Being listed: ${found} found so far`;
}

function Limits({ account, zone }: { account: AccountHealth; zone: string }) {
  const { closed, used } = account.limits;
  if (closed.length + used.length === 0) return "The platform has said nothing of late";
  return (
    <ul className="tm-plain">
      {closed.map((one) => (
        <li key={`${one.until} ${one.said}`}>
          Waits until {formatInstant(one.until, zone)}: {one.said}
        </li>
      ))}
      {used.map((one) => (
        <li key={`${one.of} ${one.endpoint}`}>
          {usedInWords(one)}
          {one.resets_at && `, whole again ${formatInstant(one.resets_at, zone)}`}
        </li>
      ))}
    </ul>
  );
}
