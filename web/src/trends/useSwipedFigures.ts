import { useState } from "react";
import type { Overview, TrendFigure } from "../api/types";
import { useView } from "../filters/useView";
import { chooseCards } from "../overview/cards";
import { t } from "../text/text";
import { figureName } from "../ui/names";
import { isTrendFigure, trendFigure, withValues } from "./figure";
import { inTurn } from "./swipe";
import { useSwipe } from "./useSwipe";

/**
 * Swiping from one figure of the cards that has values to the next; those who use a keyboard have the cards.
 *
 * @param metric that is shown
 * @return what the swiped element heeds, and what is to be said once somebody has swiped
 */
export function useSwipedFigures(overview: Overview, metric: TrendFigure) {
  const [, change] = useView();
  const [hasSwiped, setHasSwiped] = useState(false);
  const swipe = useSwipe((step) => {
    const figures = figuresOf(overview);
    // From where the address is: what is shown may lag behind a quick finger.
    const next = (now: TrendFigure) => inTurn(figures, now, step) ?? now;
    change((now) => ({ ...now, metric: next(trendFigure(overview, now)) }), { replace: true });
    setHasSwiped(true);
  });
  return { swipe, said: hasSwiped ? placeOf(metric, figuresOf(overview)) : "" };
}

function figuresOf(overview: Overview): TrendFigure[] {
  const figures = chooseCards(overview)
    .cards.map(({ name }) => name)
    .filter(isTrendFigure);
  return withValues(overview, figures);
}

function placeOf(metric: TrendFigure, figures: TrendFigure[]): string {
  return t("{figure}, {place} of {all}", {
    figure: figureName(metric),
    place: figures.indexOf(metric) + 1,
    all: figures.length,
  });
}
