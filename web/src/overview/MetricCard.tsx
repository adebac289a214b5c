import { memo, type ReactNode } from "react";
import type { Overview } from "../api/types";
import { english, t } from "../text/text";
import {
  DASH,
  formatChangeRatio,
  formatCount,
  formatMetric,
  formatPercent,
  formatPoints,
  formatSigned,
} from "../ui/format";
import { figureName } from "../ui/names";
import { Change } from "./Change";
import type { Card } from "./cards";
import { coverageHint, followersHint, measuredFrom, whyMissing } from "./explain";
import { followersFacts, metricFacts, rateFacts } from "./facts";
import { InfoPopover } from "./InfoPopover";
import type { Verdict } from "./verdict";
import { WhyLink } from "./WhyLink";

interface Props {
  card: Card;
  overview: Overview;
  verdict: Verdict;
}

/** Made anew only where its own verdict has come. */
export const MetricCard = memo(function MetricCard({ card, overview, verdict }: Props) {
  const compared = overview.comparison !== null;
  switch (card.kind) {
    case "count": {
      const { figure } = card;
      return (
        <Frame
          name={card.name}
          value={figure.value === null ? null : formatMetric(card.name, figure.value)}
          missing={figure.reason ? english(figure.reason) : whyMissing(figure.status)}
          hint={coverageHint(figure.status, figure.coverage)}
          info={() => metricFacts(figure, overview.definitions)}
        >
          {compared && (
            <Change
              status={figure.change_status}
              verdict={verdict}
              change={figure.change}
              text={figure.change_ratio === null ? "" : formatChangeRatio(figure.change_ratio)}
              previous={figure.previous}
              from={measuredFrom(figure.value, figure.compared, figure.previous, (amount) =>
                formatMetric(card.name, amount),
              )}
            />
          )}
          {compared && <WhyLink name={card.name} />}
        </Frame>
      );
    }
    case "rate": {
      const { figure } = card;
      return (
        <Frame
          name={card.name}
          value={figure.value === null ? null : formatPercent(figure.value)}
          missing={figure.reason ? english(figure.reason) : whyMissing(figure.status)}
          hint={coverageHint(figure.status, figure.coverage)}
          info={() => rateFacts(figure, overview.definitions)}
        >
          {compared && (
            <Change
              status={figure.change_status}
              verdict={verdict}
              change={figure.change_points}
              text={figure.change_points === null ? "" : formatPoints(figure.change_points)}
              // A rate is not a count: how few items lay behind the one before is not known here.
              previous={null}
              from={
                figure.previous === null
                  ? undefined
                  : t("from {percent}", { percent: formatPercent(figure.previous) })
              }
            />
          )}
          {compared && <WhyLink name={card.name} />}
        </Frame>
      );
    }
    case "followers": {
      const { figure } = card;
      return (
        <Frame
          name={card.name}
          value={figure.value === null ? null : formatCount(figure.value)}
          missing={t("No account reported its followers up to the end of the period.")}
          hint={followersHint(figure.accounts)}
          info={() => followersFacts(figure)}
        >
          {figure.net_change !== null && (
            <Plain>{t("{change} in the period", { change: formatSigned(figure.net_change) })}</Plain>
          )}
        </Frame>
      );
    }
    case "posts": {
      const { figure } = card;
      const { boosted_left_out: boosted } = overview.published;
      return (
        <Frame
          name={card.name}
          value={figure.value === null ? null : formatCount(figure.value)}
          missing={t("Posts are not known for this period.")}
          info={
            boosted
              ? () => [[t("Left out"), t("{number} boosted", { number: formatCount(boosted) })]]
              : undefined
          }
        >
          {compared && figure.change !== null && figure.previous !== null && (
            <Plain>
              {t("{change} from {number}", {
                change: formatSigned(figure.change),
                number: formatCount(figure.previous),
              })}
            </Plain>
          )}
        </Frame>
      );
    }
  }
});

interface FrameProps {
  name: string;
  value: string | null;
  missing: ReactNode;
  hint?: string;
  info?: () => [string, ReactNode][];
  children?: ReactNode;
}

function Frame({ name, value, missing, hint, info, children }: FrameProps) {
  const title = figureName(name);
  return (
    <li className="tm-card" data-testid={`card-${name}`}>
      <div className="tm-card-title">
        <span>{title}</span>
        {info && <InfoPopover about={title} facts={info} />}
      </div>
      <div className="tm-card-value" data-testid="card-value">
        {value ?? (
          <>
            <span aria-hidden="true">{DASH}</span>
            <span className="tm-unseen">{t("No value")}</span>
          </>
        )}
      </div>
      {value === null ? <Plain>{missing}</Plain> : children}
      {value !== null && hint && <Plain>{hint}</Plain>}
    </li>
  );
}

function Plain({ children }: { children: ReactNode }) {
  return <div className="tm-note">{children}</div>;
}
