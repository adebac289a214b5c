import { type ComponentProps, memo, type ReactNode } from "react";
import type { Overview } from "../api/types";
import { english, t } from "../text/text";
import { isTrendFigure } from "../trends/figure";
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
import { coverageText, whyMissing } from "./explain";
import { type Behind, InfoPopover } from "./InfoPopover";
import { PickButton } from "./PickButton";
import { Ring } from "./Ring";
import { Spark } from "./Spark";
import type { SparkLine } from "./sparks";
import type { Verdict } from "./verdict";
import { WhyLink } from "./WhyLink";

interface Props {
  card: Card;
  overview: Overview;
  verdict: Verdict;
  /** Undefined until it has come, and where there is none. */
  spark: SparkLine | undefined;
  /** Whether it chooses what the trend shows, and leads to why it changed. */
  leads: boolean;
}

/** Made anew only where its own verdict or line has come. */
export const MetricCard = memo(function MetricCard({ card, overview, verdict, spark, leads }: Props) {
  const info = async () => (await import("./cardFacts")).cardFacts(card, overview, verdict);
  const frame = { name: card.name, overview, spark, leads, info };
  const compared = overview.comparison !== null;
  switch (card.kind) {
    case "count": {
      const { figure } = card;
      return (
        <Frame
          {...frame}
          value={figure.value === null ? null : formatMetric(card.name, figure.value)}
          missing={figure.reason ? english(figure.reason) : whyMissing(figure.status)}
          ring={{ of: figure.coverage, text: coverageText(figure.coverage) }}
        >
          {compared && (
            <Change
              status={figure.change_status}
              verdict={verdict}
              change={figure.change}
              text={figure.change_ratio === null ? "" : formatChangeRatio(figure.change_ratio)}
              previous={figure.previous}
            />
          )}
          {compared && leads && <WhyLink name={card.name} />}
        </Frame>
      );
    }
    case "rate": {
      const { figure } = card;
      return (
        <Frame
          {...frame}
          value={figure.value === null ? null : formatPercent(figure.value)}
          missing={figure.reason ? english(figure.reason) : whyMissing(figure.status)}
          ring={{ of: figure.coverage, text: coverageText(figure.coverage) }}
        >
          {compared && (
            <Change
              status={figure.change_status}
              verdict={verdict}
              change={figure.change_points}
              text={figure.change_points === null ? "" : formatPoints(figure.change_points)}
              previous={null}
            />
          )}
          {compared && leads && <WhyLink name={card.name} />}
        </Frame>
      );
    }
    case "followers": {
      const { figure } = card;
      return (
        <Frame
          {...frame}
          value={figure.value === null ? null : formatCount(figure.value)}
          missing={t("No account reported its followers up to the end of the period.")}
          ring={{ of: figure.accounts, text: coverageText({ ...figure.accounts, unit: "account" }) }}
        >
          {figure.net_change !== null && (
            <Plain>{t("{change} in the period", { change: formatSigned(figure.net_change) })}</Plain>
          )}
        </Frame>
      );
    }
    case "posts": {
      const { figure } = card;
      return (
        <Frame
          {...frame}
          value={figure.value === null ? null : formatCount(figure.value)}
          missing={t("Posts are not known for this period.")}
        >
          {compared && figure.change !== null && figure.previous !== null && (
            <Plain>
              {figure.change === 0
                ? t("No change")
                : t("{change} from {number}", {
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
  overview: Overview;
  spark: SparkLine | undefined;
  leads: boolean;
  value: string | null;
  missing: ReactNode;
  ring?: ComponentProps<typeof Ring>;
  info: Behind;
  children?: ReactNode;
}

function Frame({ name, overview, spark, leads, value, missing, ring, info, children }: FrameProps) {
  const title = figureName(name);
  return (
    <li className="tm-card" data-testid={`card-${name}`}>
      <div className="tm-card-title">
        {leads && isTrendFigure(name) ? (
          <PickButton figure={name} overview={overview} />
        ) : (
          <span>{title}</span>
        )}
        <span className="tm-card-about">
          {ring && value !== null && <Ring {...ring} />}
          <InfoPopover about={title} facts={info} />
        </span>
      </div>
      <div className="tm-card-value" data-testid="card-value">
        {value ?? (
          <>
            <span aria-hidden="true">{DASH}</span>
            <span className="tm-unseen">{t("No value")}</span>
          </>
        )}
      </div>
      {value === null ? <Plain>{missing}</Plain> : <div className="tm-card-change">{children}</div>}
      {leads && <Spark line={spark} />}
    </li>
  );
}

function Plain({ children }: { children: ReactNode }) {
  return <div className="tm-note">{children}</div>;
}
