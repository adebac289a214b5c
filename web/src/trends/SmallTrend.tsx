import { Fragment, lazy, Suspense } from "react";
import type { TrendFigure, TrendPoint } from "../api/types";
import { type Mark, markInWords } from "../notes/marks";
import { formatDayAndMonth, formatMetric } from "../ui/format";
import { describe, toSeries } from "./series";
import { HEIGHT, type PlacedMark, placesOf, stretches, WIDTH } from "./smallLine";

interface Props {
  points: TrendPoint[];
  metric: TrendFigure;
  /** Whose line it is, for those who do not see it. */
  name: string;
  /** A level moves little beside its size: its scale need not begin at zero, and says where it does. */
  fromZero: boolean;
  /** What is marked on its days. */
  marks?: readonly Mark[];
}

const SmallDots = lazy(() => import("./SmallDots"));

const NO_MARKS: readonly Mark[] = [];

/** One of several small charts over the same days. Each has a scale of its own, whose ends are written beside it. */
export function SmallTrend({ points, metric, name, fromZero, marks = NO_MARKS }: Props) {
  const { settled, provisional, imported } = toSeries(points, metric);
  const known = points.flatMap((point) => point.metrics[metric]?.value ?? []);
  const first = points[0];
  const last = points.at(-1);
  if (known.length === 0 || !first || !last) return null;
  const highest = Math.max(...known);
  const lowest = fromZero ? Math.min(0, ...known) : Math.min(...known);
  const places = placesOf(
    marks,
    points.map(({ date }) => date),
  );
  return (
    <div className="tm-small-trend" data-marked={marks.length > 0 || undefined}>
      <div className="tm-small-ends">
        <span>{formatMetric(metric, highest)}</span>
        <span>{formatMetric(metric, lowest)}</span>
      </div>
      <div className="tm-small-lines">
        <svg
          role="img"
          aria-label={[describe(points, metric, name), ...marks.map((mark) => markInWords(mark))].join(" ")}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          <Marks places={places} />
          <Line values={settled} lowest={lowest} highest={highest} />
          <Line values={provisional} lowest={lowest} highest={highest} dashed />
          {imported.includes(true) && (
            <Suspense>
              <SmallDots points={points} metric={metric} lowest={lowest} highest={highest} />
            </Suspense>
          )}
        </svg>
        {places.map(({ mark, from }) => (
          <span
            key={mark.sign}
            className="tm-small-mark"
            style={{ left: `${(100 * from) / WIDTH}%` }}
            title={markInWords(mark)}
            aria-hidden="true"
          >
            {mark.sign}
          </span>
        ))}
      </div>
      <div className="tm-small-days">
        <span>{formatDayAndMonth(first.date)}</span>
        <span>{formatDayAndMonth(last.date)}</span>
      </div>
    </div>
  );
}

/** A line on one day, a band over several. */
function Marks({ places }: { places: PlacedMark[] }) {
  return places.map(({ mark, from, to }) => (
    <Fragment key={mark.sign}>
      {from < to && (
        <rect x={from} width={to - from} height={HEIGHT} fill="var(--tm-line)" fillOpacity="0.45" />
      )}
      <line
        x1={from}
        x2={from}
        y2={HEIGHT}
        stroke="var(--tm-quiet)"
        strokeWidth="1.5"
        strokeDasharray="2 3"
        vectorEffect="non-scaling-stroke"
      />
    </Fragment>
  ));
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
