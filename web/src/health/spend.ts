import type { Budget, PlatformSpend } from "../api/health";
import { plural, t } from "../text/text";
import { DASH, formatCount, joinWords } from "../ui/format";
import { numberFormat } from "../ui/intl";

type Locale = string | undefined;

/** Platforms bill in US dollars. */
export function formatDollars(dollars: number, locale?: Locale): string {
  return numberFormat(locale, { style: "currency", currency: "USD" }).format(dollars);
}

/** "41 of 500, 3 failed" */
export function callsInWords(platform: PlatformSpend, locale?: Locale): string {
  const { calls_today: calls, failed_today: failed, budget } = platform;
  const most = budget.calls_per_day;
  const words = [
    most === null
      ? formatCount(calls, locale)
      : t("{part} of {most}", { part: formatCount(calls, locale), most: formatCount(most, locale) }),
  ];
  if (most !== null && calls >= most) words.push(t("used up"));
  if (failed > 0) words.push(t("{number} failed", { number: formatCount(failed, locale) }));
  return words.join(", ");
}

/** Whether there is anything to say about money. */
function costs({ billed, dollars_this_month, budget }: PlatformSpend): boolean {
  return billed || dollars_this_month > 0 || budget.dollars_per_month !== null;
}

export function spendInWords(platform: PlatformSpend, locale?: Locale): string {
  if (!costs(platform)) return t("Costs nothing");
  const spent = formatDollars(platform.dollars_this_month, locale);
  const most = platform.budget.dollars_per_month;
  return most === null ? spent : t("{part} of {most}", { part: spent, most: formatDollars(most, locale) });
}

export function forecastInWords(platform: PlatformSpend, locale?: Locale): string {
  if (!costs(platform)) return DASH;
  const forecast = platform.dollars_forecast;
  if (forecast === null) return t("From the second day on");
  const most = platform.budget.dollars_per_month;
  const more = most !== null && forecast > most;
  const amount = formatDollars(forecast, locale);
  return more ? t("{amount}, more than you allow", { amount }) : amount;
}

export function limitsInWords(budget: Budget, locale?: Locale): string {
  const limits: string[] = [];
  if (budget.calls_per_day !== null) {
    limits.push(plural(budget.calls_per_day, "{n} call a day", "{n} calls a day"));
  }
  if (budget.dollars_per_month !== null) {
    limits.push(t("{amount} a month", { amount: formatDollars(budget.dollars_per_month, locale) }));
  }
  return limits.length === 0 ? t("None") : joinWords(limits);
}
