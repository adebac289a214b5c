import type { Budget, PlatformSpend } from "../api/health";
import { countOf, DASH, formatCount, joinWords } from "../ui/format";
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
      : `${formatCount(calls, locale)} of ${formatCount(most, locale)}`,
  ];
  if (most !== null && calls >= most) words.push("used up");
  if (failed > 0) words.push(`${formatCount(failed, locale)} failed`);
  return words.join(", ");
}

/** Whether there is anything to say about money. */
function costs({ billed, dollars_this_month, budget }: PlatformSpend): boolean {
  return billed || dollars_this_month > 0 || budget.dollars_per_month !== null;
}

export function spendInWords(platform: PlatformSpend, locale?: Locale): string {
  if (!costs(platform)) return "Costs nothing";
  const spent = formatDollars(platform.dollars_this_month, locale);
  const most = platform.budget.dollars_per_month;
  return most === null ? spent : `${spent} of ${formatDollars(most, locale)}`;
}

export function forecastInWords(platform: PlatformSpend, locale?: Locale): string {
  if (!costs(platform)) return DASH;
  const forecast = platform.dollars_forecast;
  if (forecast === null) return "From the second day on";
  const most = platform.budget.dollars_per_month;
  const more = most !== null && forecast > most;
  return `${formatDollars(forecast, locale)}${more ? ", more than you allow" : ""}`;
}

export function limitsInWords(budget: Budget, locale?: Locale): string {
  const limits: string[] = [];
  if (budget.calls_per_day !== null) {
    limits.push(`${countOf(budget.calls_per_day, "call", "calls", locale)} a day`);
  }
  if (budget.dollars_per_month !== null) {
    limits.push(`${formatDollars(budget.dollars_per_month, locale)} a month`);
  }
  return limits.length === 0 ? "None" : joinWords(limits);
}
