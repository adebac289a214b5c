import type { Overview, TrendFigure } from "../api/types";
import { useView } from "../filters/useView";
import { t } from "../text/text";
import { trendFigure } from "../trends/figure";
import { figureName } from "../ui/names";

/** The title of a card whose figure the trend can show: choosing the card shows it there. */
export function PickButton({ figure, overview }: { figure: TrendFigure; overview: Overview }) {
  const [view, change] = useView();
  const title = figureName(figure);
  return (
    <button
      type="button"
      className="tm-card-pick"
      aria-pressed={trendFigure(overview, view) === figure}
      title={t("Show in the trend")}
      onClick={() => change((now) => ({ ...now, metric: figure }))}
    >
      {title}
    </button>
  );
}
