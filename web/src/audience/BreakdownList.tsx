import { Text } from "@mantine/core";
import type { Audience, Breakdown } from "../api/audience";
import type { Take } from "../take/take";
import { t } from "../text/text";
import { formatCount, formatInstant, formatSpan } from "../ui/format";
import { figureName, platformName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { dimensionName, keyName, leftOut } from "./words";

export function BreakdownList({ audience, take }: { audience: Audience; take: Take }) {
  return (
    <Panel
      title={t("Who they are")}
      take={
        audience.breakdowns.length > 0
          ? {
              ...take,
              picture: async () => (await import("./breakdownPicture")).breakdownPicture(audience),
            }
          : undefined
      }
    >
      {audience.breakdowns.length > 0 ? (
        <div className="tm-audience-breakdowns" data-testid="audience-breakdowns">
          {audience.breakdowns.map((one) => (
            <OneBreakdown
              key={`${one.account_id} ${one.dimension} ${one.metric}`}
              breakdown={one}
              audience={audience}
            />
          ))}
        </div>
      ) : (
        <Text data-testid="audience-no-breakdowns">
          {t(
            "No platform in view has told who its followers are. LinkedIn and Instagram tell it of connected accounts, and export files of some platforms contain it.",
          )}
        </Text>
      )}
    </Panel>
  );
}

function OneBreakdown({ breakdown, audience }: { breakdown: Breakdown; audience: Audience }) {
  const account = audience.accounts.find((one) => one.account.id === breakdown.account_id)?.account;
  const most = Math.max(0, ...breakdown.values.map(({ value }) => value));
  const { period_from: from, period_to: to } = breakdown;
  return (
    <section>
      <h3 className="tm-audience-heading">
        {dimensionName(breakdown.dimension)}
        {account && `, ${platformName(account.platform)}`}
      </h3>
      <Text className="tm-note" mb="xs">
        {figureName(breakdown.metric)}
        {from && to && `, ${formatSpan({ from, to })}`}
        {", "}
        {t("told on {time}.", { time: formatInstant(breakdown.observed_at, audience.time_zone) })}
      </Text>
      <ul className="tm-audience-bars">
        {breakdown.values.map(({ key, value }) => (
          <li key={key}>
            <span title={key}>{keyName(key)}</span>
            <span className="tm-audience-track" aria-hidden="true">
              <span style={{ width: `${most > 0 ? (100 * value) / most : 0}%` }} />
            </span>
            <span className="tm-number">{formatCount(value)}</span>
          </li>
        ))}
      </ul>
      {leftOut(breakdown) && <Text className="tm-note">{leftOut(breakdown)}</Text>}
    </section>
  );
}
