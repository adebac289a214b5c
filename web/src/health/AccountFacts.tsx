import type { ReactNode } from "react";
import type { AccountHealth } from "../api/health";
import { spoken } from "../text/said";
import { plural, rich, t } from "../text/text";
import { formatInstant } from "../ui/format";
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
    [t("Last collected"), last ? at(last) : t("Not yet")],
    [
      t("Next run"),
      next === null ? t("None is planned") : next <= now ? t("As soon as it has its turn") : at(next),
    ],
    [t("Earlier posts"), backfill(account)],
  ];
  if (account.connection_id !== null) {
    rows.push([t("Sign-in"), signIn(account, zone)]);
    rows.push([t("Platform’s limits"), <Limits key="limits" account={account} zone={zone} />]);
  }
  if (quarantined > 0) {
    rows.push([
      t("Set aside"),
      plural(
        quarantined,
        "{n} answer that made no sense, kept for inspection",
        "{n} answers that made no sense, kept for inspection",
      ),
    ]);
  }
  return rows;
}

function signIn({ condition, ends_at: end, days_left: days }: AccountHealth, zone: string): string {
  if (condition.state === "sign_in_again") return t("No longer good");
  if (end === null || days === null) return t("No end is known");
  return t("Ends {days}, {time}", { days: daysLeftInWords(days), time: formatInstant(end, zone) });
}

function backfill({ backfill }: AccountHealth): string {
  return backfill.done
    ? plural(backfill.posts_found, "All listed: {n} post found", "All listed: {n} posts found")
    : plural(
        backfill.posts_found,
        "Being listed: {n} post found so far",
        "Being listed: {n} posts found so far",
      );
}

function Limits({ account, zone }: { account: AccountHealth; zone: string }) {
  const { closed, used } = account.limits;
  if (closed.length + used.length === 0) return t("The platform has said nothing of late");
  return (
    <ul className="tm-plain">
      {closed.map((one) => (
        <li key={`${one.until} ${one.said}`}>
          {rich("Waits until {time}: {said}", {
            time: formatInstant(one.until, zone),
            said: spoken(one.said, one.said_said),
          })}
        </li>
      ))}
      {used.map((one) => (
        <li key={`${one.of} ${one.endpoint}`}>
          {one.resets_at
            ? t("{used}, whole again {time}", {
                used: usedInWords(one),
                time: formatInstant(one.resets_at, zone),
              })
            : usedInWords(one)}
        </li>
      ))}
    </ul>
  );
}
