import type { ChangeStatus, MetricValue, RateValue } from "../api/types";
import { t } from "../text/text";
import { formatChangeRatio, formatMetric, formatPercent, formatPoints } from "../ui/format";
import { measuredFrom, whyNoChange } from "./explain";
import type { Facts } from "./facts";
import type { Verdict } from "./verdict";

/** What stands behind the change of a number: from what to what, and whether that is unusual. */
export function changeFacts(name: string, figure: MetricValue, verdict: Verdict): Facts {
  const from = measuredFrom(figure.value, figure.compared, figure.previous, (amount) =>
    formatMetric(name, amount),
  );
  const change = figure.change_ratio === null ? undefined : formatChangeRatio(figure.change_ratio);
  return facts(figure.change_status, figure.previous, change, from, verdict);
}

export function rateChangeFacts(figure: RateValue, verdict: Verdict): Facts {
  const from = measuredFrom(figure.value, figure.compared, figure.previous, formatPercent);
  const change = figure.change_points === null ? undefined : formatPoints(figure.change_points);
  // A rate is not a count: how few items lay behind the one before is not known here.
  return facts(figure.change_status, null, change, from, verdict);
}

function facts(
  status: ChangeStatus,
  previous: number | null,
  told: string | undefined,
  from: string | undefined,
  verdict: Verdict,
): Facts {
  if (status === "small_base" && from)
    return [[t("Change"), t("Too few for a percentage: {from}", { from })]];
  if (status !== "ok") return [[t("Change"), whyNoChange(status, previous)]];
  const change = [told, from].filter((part) => part !== undefined).join(" ");
  if (change === "") return [];
  return [[t("Change"), verdict === "usual" ? `${change}, ${t("within normal variation")}` : change]];
}
