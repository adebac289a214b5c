import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { startTransition, useDeferredValue, useEffect, useMemo, useState } from "react";
import { insightsQuery } from "../api/insights";
import { sparksQuery } from "../api/queries";
import type { Overview } from "../api/types";
import { useView } from "../filters/useView";
import { useVisit } from "../share/visit";
import { inSentence, t } from "../text/text";
import { joinWords } from "../ui/format";
import { onceIdle } from "../ui/idle";
import { figureName } from "../ui/names";
import { type Card, chooseCards } from "./cards";
import { MetricCard } from "./MetricCard";
import { figuresOf, granularityOf, sparkOf } from "./sparks";
import { verdictOn } from "./verdict";

const SKELETONS = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function MetricCards({ overview, waiting }: { overview: Overview; waiting: boolean }) {
  const { cards, notProvided } = useMemo(() => chooseCards(overview), [overview]);
  const [view] = useView();
  const visit = useVisit();
  // What adds to the numbers comes when nothing else is to be done, and is drawn in slices.
  const [idle, setIdle] = useState(false);
  useEffect(() => onceIdle(() => startTransition(() => setIdle(true))), []);
  // Whether a change is unusual adds but its colour. Findings of the view before say nothing of this one.
  const found = useQuery({
    ...insightsQuery(overview.business_id, view, visit !== undefined),
    enabled: idle && overview.comparison !== null,
  });
  const findings = useDeferredValue((found.isPlaceholderData ? undefined : found.data)?.insights) ?? [];
  const asked = useMemo(
    () => sparksQuery(overview.business_id, view, figuresOf(cards), granularityOf(overview.period)),
    [overview.business_id, overview.period, view, cards],
  );
  const points = useDeferredValue(useQuery({ ...asked, enabled: idle && !waiting }).data?.points);
  const sparks = useMemo(
    () => new Map(cards.map((card) => [card.name, points && sparkOf(points, card)])),
    [cards, points],
  );
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
            spark={sparks.get(card.name)}
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

/** As many cards of the same size as will stand there, so nothing jumps when the numbers arrive. */
export function MetricCardsSkeleton() {
  return (
    <div className="tm-cards" aria-hidden="true">
      {SKELETONS.map((key) => (
        <div key={key} className="tm-card">
          <Skeleton height={14} width="55%" mb={14} />
          <Skeleton height={26} width="75%" mb={14} />
          <Skeleton height={12} width="65%" />
        </div>
      ))}
    </div>
  );
}
