import type { Audience, AudienceAccount, Breakdown } from "../api/audience";
import type { Note } from "../api/notes";
import type { DateSpan, TrendPoint } from "../api/types";
import { addDays, daysIn } from "../filters/days";
import { isAbout, type Mark, marksOf } from "../notes/marks";
import { type Message, msg, plural, t, tell } from "../text/text";
import { formatCount } from "../ui/format";

export function daysOf(audience: DateSpan): string[] {
  return Array.from({ length: daysIn(audience) }, (_none, index) => addDays(audience.from, index));
}

/** What is noted about an account, or about all of them. */
export function marksOfAccount(audience: DateSpan, notes: readonly Note[], account: number): Mark[] {
  return marksOf(notes, daysOf(audience)).filter(({ said }) => isAbout(said, (id) => id === account));
}

/** Every day of the period in order; a day without a reading has no value. */
export function followerPoints(audience: Audience, account: AudienceAccount): TrendPoint[] {
  const levels = new Map(account.series.map((level) => [level.date, level]));
  return daysOf(audience).map((date) => {
    const level = levels.get(date);
    const status = level === undefined ? "not_collected" : "complete";
    const { followers: value, imported } = level ?? { followers: null, imported: false };
    return {
      date,
      metrics: { followers: { value, status, provisional: false, estimated: false, imported } },
    };
  });
}

export function isAnyImported(audience: Audience): boolean {
  return audience.accounts.some(({ series }) => series.some(({ imported }) => imported));
}

/**
 * Those who left: the gained less the net change. Nobody tells it, so it is known only where the gained were counted
 * on every day; a platform that revises its counts can even make it negative, and then nothing is claimed.
 */
export function lost({
  new_followers: gained,
  new_followers_days: counted,
  days,
  net_change: net,
}: AudienceAccount) {
  if (gained === null || net === null || counted < days) return null;
  return gained >= net ? gained - net : null;
}

export function whyNotGained(account: AudienceAccount): string {
  return account.new_followers_days === 0 ? t("not provided") : t("not collected");
}

export function whyNotLost(account: AudienceAccount, locale?: string): string {
  const { new_followers: gained, new_followers_days: counted, days, net_change: net } = account;
  if (gained === null) return t("gained is not known");
  if (counted < days)
    return plural(days, "gained known on {counted} of {n} day", "gained known on {counted} of {n} days", {
      counted: formatCount(counted, locale),
    });
  return net === null ? t("net change is not known") : t("the counts do not agree");
}

const DIMENSIONS: Record<string, Message> = {
  geography: msg("Country or region"),
  age_gender: msg("Age and gender"),
  age: msg("Age"),
  gender: msg("Gender"),
  country: msg("Country"),
  city: msg("City"),
  region: msg("Region"),
  industry: msg("Industry"),
  job_function: msg("Job function"),
  seniority: msg("Seniority"),
  company_size: msg("Company size"),
};

export function dimensionName(dimension: string): string {
  const name = DIMENSIONS[dimension];
  if (name) return tell(name);
  const plain = dimension.replaceAll("_", " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** A platform's own identifier says nothing to a reader; the end of it at least tells one from another. */
export function keyName(key: string): string {
  const urn = /^urn:[^:]+:([^:]+):(.+)$/.exec(key);
  return urn ? `${dimensionName(urn[1] ?? "")} ${urn[2]}` : key;
}

/** What of a breakdown is not shown; undefined where everything is. */
export function leftOut({ keys_left_out: out }: Breakdown, locale?: string): string | undefined {
  return out > 0
    ? t("{number} smaller groups are not shown.", { number: formatCount(out, locale) })
    : undefined;
}
