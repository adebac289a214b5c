import type { ChangeStatus, Coverage, Followers, Overview, ValueStatus } from "../api/types";
import { type Message, msg, plural, t } from "../text/text";
import { formatCount, formatDate } from "../ui/format";

type Locale = string | undefined;

/** Why there is a dash in place of a number. */
export function whyMissing(status: ValueStatus, reason?: string | null): string {
  if (reason) return reason;
  switch (status) {
    case "not_provided":
      return t("The platforms in view do not provide it.");
    case "not_permitted":
      return t("The connection has no permission to read it.");
    default:
      return t("Nothing was collected in this period.");
  }
}

export const STATUS: Record<ValueStatus, Message> = {
  complete: msg("Complete"),
  partial: msg("Partial: some values are missing"),
  weak: msg("Weak: less than 80% was reported"),
  not_provided: msg("Not provided by these platforms"),
  not_permitted: msg("Not permitted by the connection"),
  not_collected: msg("Not collected"),
};

/** The same where there is only room for two words. */
export function briefly(status: ValueStatus): string {
  switch (status) {
    case "not_provided":
      return t("not provided");
    case "not_permitted":
      return t("not permitted");
    default:
      return t("not collected");
  }
}

/** "150 of 155 account days". */
export function coverageText(
  coverage: Pick<Coverage, "unit" | "reporting" | "expected">,
  locale?: Locale,
): string {
  const reporting = formatCount(coverage.reporting, locale);
  switch (coverage.unit) {
    case "account_day":
      return plural(coverage.expected, "{reporting} of {n} account day", "{reporting} of {n} account days", {
        reporting,
      });
    case "account":
      return plural(coverage.expected, "{reporting} of {n} account", "{reporting} of {n} accounts", {
        reporting,
      });
    case "post":
      return plural(coverage.expected, "{reporting} of {n} post", "{reporting} of {n} posts", { reporting });
  }
}

/** Shown on the card itself, where a reader should be warned before trusting the number. */
export function coverageHint(status: ValueStatus, coverage: Coverage, locale?: Locale): string | undefined {
  if (status !== "partial" && status !== "weak") return undefined;
  return `${status === "weak" ? t("Weak") : t("Partial")}: ${coverageText(coverage, locale)}`;
}

/**
 * What a change is measured from. Where recent days may still be revised, the change counts settled days only and is not
 * the difference from the number above it: then both ends are named.
 */
export function measuredFrom(
  value: number | null,
  compared: number | null,
  previous: number | null,
  format: (amount: number) => string,
): string | undefined {
  if (previous === null) return undefined;
  return compared === null || compared === value
    ? t("from {previous}", { previous: format(previous) })
    : t("from {previous} to {compared} on settled days", {
        previous: format(previous),
        compared: format(compared),
      });
}

/** "counting days up to 6 Sept 2026" where a comparison leaves out later days of the period, which may still be revised. */
export function countedTo({
  comparison,
  period,
}: Pick<Overview, "comparison" | "period">): string | undefined {
  const day = comparison?.settled_to;
  return day && day < period.to ? t("counting days up to {day}", { day: formatDate(day) }) : undefined;
}

/** Under it, a percentage would be noise. */
const FEW = 20;

/** Why a change is not shown as one. */
export function whyNoChange(
  status: Exclude<ChangeStatus, "ok">,
  previous: number | null,
  locale?: Locale,
): string {
  switch (status) {
    case "new":
      return t("New: nothing in the period before");
    case "small_base":
      return previous !== null && previous >= 0 && previous < FEW
        ? t("Small base: only {number} before", { number: formatCount(previous, locale) })
        : t("Small base: too few to compare");
    case "incomparable":
      return t("Not comparable with the period before");
  }
}

export function followersHint(accounts: Followers["accounts"], locale?: Locale): string | undefined {
  if (accounts.reporting >= accounts.expected) return undefined;
  return `${t("Partial")}: ${coverageText({ ...accounts, unit: "account" }, locale)}`;
}
