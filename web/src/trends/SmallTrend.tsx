import type { TrendFigure, TrendPoint } from "../api/types";
import { formatDayAndMonth, formatMetric } from "../ui/format";
import { describe, toSeries } from "./series";
import { HEIGHT, stretches, WIDTH } from "./smallLine";

interface Props {
  points: TrendPoint[];
  metric: TrendFigure;
  /** Whose line it is, for those who do not see it. */
  name: string;
  /** A level moves little beside its size: its scale need not begin at zero, and says where it does. */
  fromZero: boolean;
}

/** One of several small charts over the same days. Each has a scale of its own, whose ends are written beside it. */
export function SmallTrend({ points, metric, name, fromZero }: Props) {
  const { settled, provisional } = toSeries(points, metric);
  const known = points.flatMap((point) => point.metrics[metric]?.value ?? []);
  const first = points[0];
  const last = points.at(-1);
  if (known.length === 0 || !first || !last) return null;
  const highest = Math.max(...known);
  const lowest = fromZero ? Math.min(0, ...known) : Math.min(...known);
  return (
    <div className="tm-small-trend">
      <div className="tm-small-ends">
        <span>{formatMetric(metric, highest)}</span>
        <span>{formatMetric(metric, lowest)}</span>
      </div>
      <svg
        role="img"
        aria-label={describe(points, metric, name)}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        <Line values={settled} lowest={lowest} highest={highest} />
        <Line values={provisional} lowest={lowest} highest={highest} dashed />
      </svg>
      <div className="tm-small-days">
        <span>{formatDayAndMonth(first.date)}</span>
        <span>{formatDayAndMonth(last.date)}</span>
      </div>
    </div>
  );
}

interface LineProps {
  values: (number | null)[];
  lowest: number;
  highest: number;
  dashed?: boolean;
}

function Line({ values, lowest, highest, dashed = false }: LineProps) {
  return stretches(values, lowest, highest).map(({ points, lone }) =>
    lone ? (
      <circle key={points} cx={lone.x} cy={lone.y} r="2.5" fill="var(--tm-series)" />
    ) : (
      <polyline
        key={points}
        points={points}
        fill="none"
        stroke="var(--tm-series)"
        strokeWidth="2"
        strokeDasharray={dashed ? "5 4" : undefined}
        vectorEffect="non-scaling-stroke"
      />
    ),
  );
}
