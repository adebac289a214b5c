import { Text } from "@mantine/core";
import { useMemo } from "react";
import type { Insight, Overview } from "../api/types";
import { inSentence, t } from "../text/text";
import { joinWords } from "../ui/format";
import { figureName } from "../ui/names";
import { type Card, chooseCards } from "./cards";
import { MetricCard } from "./MetricCard";
import type { SparkLine } from "./sparks";
import { verdictOn } from "./verdict";

interface Props {
  overview: Overview;
  waiting?: boolean;
  /** What tells which changes are unusual. */
  findings?: Insight[];
  /** The small lines by figure; undefined where the figures are of nothing that is stored, and lead nowhere. */
  sparks?: Map<string, SparkLine | undefined>;
}

const NONE: Insight[] = [];

/** The figures of an overview, a card each, and which of them the platforms do not provide. */
export function CardList({ overview, waiting = false, findings = NONE, sparks }: Props) {
  const { cards, notProvided } = useMemo(() => chooseCards(overview), [overview]);
  return (
    <>
      <ul
        className={waiting ? "tm-cards tm-waiting" : "tm-cards"}
        aria-busy={waiting}
        data-testid="metric-cards"
      >
        {cards.map((card) => (
          <MetricCard
            key={card.name}
            card={card}
            overview={overview}
            verdict={verdictOn(card.name, changeOf(card), findings)}
            spark={sparks?.get(card.name)}
            leads={sparks !== undefined}
          />
        ))}
      </ul>
      {notProvided.length > 0 && (
        <Text size="sm" c="dimmed" data-testid="not-provided">
          {t("Not provided by these platforms: {metrics}.", {
            metrics: joinWords(notProvided.map((name) => inSentence(figureName(name)))),
          })}
        </Text>
      )}
    </>
  );
}

function changeOf(card: Card): number | null {
  if (card.kind === "count") return card.figure.change;
  return card.kind === "rate" ? card.figure.change_points : null;
}
