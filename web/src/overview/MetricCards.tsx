import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { startTransition, useDeferredValue, useEffect, useMemo, useState } from "react";
import { insightsQuery } from "../api/insights";
import { sparksQuery } from "../api/queries";
import type { Overview } from "../api/types";
import { useView } from "../filters/useView";
import { useVisit } from "../share/visit";
import { onceIdle } from "../ui/idle";
import { CardList } from "./CardList";
import { chooseCards } from "./cards";
import { figuresOf, granularityOf, sparkOf } from "./sparks";

const SKELETONS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The figures of what is stored, with what adds to them. */
export function MetricCards({ overview, waiting }: { overview: Overview; waiting: boolean }) {
  const cards = useMemo(() => chooseCards(overview).cards, [overview]);
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
  return <CardList overview={overview} waiting={waiting} findings={findings} sparks={sparks} />;
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
