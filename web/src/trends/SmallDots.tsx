import type { TrendFigure, TrendPoint } from "../api/types";
import { dotsAt, lineOf } from "./onSmallLine";

interface Props {
  points: readonly TrendPoint[];
  metric: TrendFigure;
  lowest: number;
  highest: number;
}

/**
 * The default export of a lazy chunk: hollow dots on a small line. Round whatever the picture is stretched to, as caps of
 * strokes without length are.
 */
export default function SmallDots({ points, metric, lowest, highest }: Props) {
  const { values, imported } = lineOf(points, metric);
  const d = dotsAt(values, imported, lowest, highest)
    .map(({ x, y }) => `M${x} ${y}h0`)
    .join("");
  const stroke = { d, strokeLinecap: "round", vectorEffect: "non-scaling-stroke" } as const;
  return (
    <g data-testid="imported-dots">
      <path {...stroke} stroke="var(--tm-series)" strokeWidth="6.5" />
      <path {...stroke} stroke="var(--mantine-color-body)" strokeWidth="3.5" />
    </g>
  );
}
