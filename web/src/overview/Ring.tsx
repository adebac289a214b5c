import { t } from "../text/text";

const RADIUS = 5;
const ROUND = 2 * Math.PI * RADIUS;

interface Props {
  /** How many reported, of how many. */
  of: { reporting: number; expected: number };
  /** The same in words. */
  text: string;
}

/** How much of what a number is made of was reported, where it is not all. */
export function Ring({ of: { reporting, expected }, text }: Props) {
  if (expected <= 0 || reporting >= expected) return null;
  const label = t("Reported: {coverage}", { coverage: text });
  return (
    <svg className="tm-ring" viewBox="0 0 14 14" role="img" aria-label={label} data-testid="card-ring">
      <title>{label}</title>
      <circle cx="7" cy="7" r={RADIUS} className="tm-ring-all" />
      <circle
        cx="7"
        cy="7"
        r={RADIUS}
        className="tm-ring-part"
        strokeDasharray={`${(reporting / expected) * ROUND} ${ROUND}`}
        transform="rotate(-90 7 7)"
      />
    </svg>
  );
}
