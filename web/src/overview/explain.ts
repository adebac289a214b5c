import type { ChangeStatus, Coverage, Followers, ValueStatus } from "../api/types";
import { countOf, formatCount } from "../ui/format";

type Locale = string | undefined;

/** Why there is a dash in place of a number. */
export function whyMissing(status: ValueStatus, reason?: string | null): string {
  if (reason) return reason;
  switch (status) {
    case "not_provided":
      return "The platforms in view do not provide it.";
    case "not_permitted":
      return "The connection has no permission to read it.";
    default:
      return "Nothing was collected in this period.";
  }
}

export const STATUS: Record<ValueStatus, string> = {
  complete: "Complete",
  partial: "Partial: some values are missing",
  weak: "Weak: less than 80% was reported",
  not_provided: "Not provided by these platforms",
  not_permitted: "Not permitted by the connection",
  not_collected: "Not collected",
};

/** The same where there is only room for two words. */
export function briefly(status: ValueStatus): string {
  return status === "not_provided" || status === "not_permitted" ? status.replace("_", " ") : "not collected";
}

/** "150 of 155 account days". */
export function coverageText(coverage: Coverage, locale?: Locale): string {
  const unit = coverage.unit === "account_day" ? "account day" : coverage.unit;
  return `${formatCount(coverage.reporting, locale)} of ${countOf(coverage.expected, unit, `${unit}s`, locale)}`;
}

/** Shown on the card itself, where a reader should be warned before trusting the number. */
export function coverageHint(status: ValueStatus, coverage: Coverage, locale?: Locale): string | undefined {
  if (status !== "partial" && status !== "weak") return undefined;
  return `${status === "weak" ? "Weak" : "Partial"}: ${coverageText(coverage, locale)}`;
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
    ? `from ${format(previous)}`
    : `from ${format(previous)} to ${format(compared)} on settled days`;
}

/** Why a change is not shown as one. */
export function whyNoChange(
  status: Exclude<ChangeStatus, "ok">,
  previous: number | null,
  locale?: Locale,
): string {
  switch (status) {
    case "new":
      return "New: nothing in the period before";
    case "small_base":
      return previous === null
        ? "Small base: too few to compare"
        : `Small base: only ${formatCount(previous, locale)} before`;
    case "incomparable":
      return "Not comparable with the period before";
  }
}

export function followersHint(accounts: Followers["accounts"], locale?: Locale): string | undefined {
  if (accounts.reporting >= accounts.expected) return undefined;
  return `Partial: ${formatCount(accounts.reporting, locale)} of ${countOf(accounts.expected, "account", "accounts", locale)}`;
}
