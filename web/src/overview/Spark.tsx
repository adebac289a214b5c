import { HEIGHT, stretches, WIDTH } from "../trends/smallLine";
import type { SparkLine } from "./sparks";

/** The days of a number as a small line, dashed where it may still change. The trend below says them. */
export function Spark({ line }: { line: SparkLine | undefined }) {
  const known = line ? [...line.settled, ...line.provisional].filter((value) => value !== null) : [];
  if (!line || known.length < 2) return <div className="tm-spark" />;
  const lowest = line.fromZero ? Math.min(0, ...known) : Math.min(...known);
  const highest = Math.max(...known);
  const draw = (values: (number | null)[], dashed: boolean) =>
    stretches(values, lowest, highest).map(({ points, lone }) =>
      lone ? null : <polyline key={points} points={points} strokeDasharray={dashed ? "4 3" : undefined} />,
    );
  return (
    <svg
      className="tm-spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-testid="card-spark"
    >
      {draw(line.settled, false)}
      {draw(line.provisional, true)}
    </svg>
  );
}
