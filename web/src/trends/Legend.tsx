import type { Metric, TrendPoint } from "../api/types";
import { figureName } from "../ui/names";
import { toSeries } from "./series";

/** Own markup in place of the chart library's legend: it wraps on a phone and cannot cover an axis. */
export function Legend({ points, metric }: { points: TrendPoint[]; metric: Metric }) {
  const { has } = toSeries(points, metric);
  return (
    <ul className="tm-legend" aria-label="Legend">
      <li>
        <Stroke />
        {figureName(metric)}
      </li>
      {has.provisional && (
        <li>
          <Stroke dashed />
          Provisional, may still change
        </li>
      )}
      {has.gaps && <li>A gap is a day without a report</li>}
      {has.estimated && <li>Some days are estimated; the table says which</li>}
    </ul>
  );
}

function Stroke({ dashed = false }: { dashed?: boolean }) {
  return (
    <svg width="26" height="8" aria-hidden="true" focusable="false">
      <path
        d="M1 4h24"
        stroke="var(--tm-series)"
        strokeWidth="2.5"
        strokeDasharray={dashed ? "5 4" : undefined}
      />
    </svg>
  );
}
