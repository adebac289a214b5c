import { Button } from "@mantine/core";
import type { DateSpan, TrendMarker } from "../api/types";
import { useView } from "../filters/useView";
import { withPeriod } from "../filters/view";
import { useVisit } from "../share/visit";
import { english, plural, t } from "../text/text";
import { formatSpan } from "../ui/format";

interface Props {
  breaks: TrendMarker[];
  period: DateSpan;
  leftOut: number;
}

/**
 * From which days on the numbers of a chart are not what they were before, and which its platforms changed, with the
 * letters that mark them there.
 *
 * @param period the days of the chart
 * @param leftOut how many changes more there are, all smaller
 */
export function Breaks({ breaks, period, leftOut }: Props) {
  if (breaks.length === 0) return null;
  return (
    <>
      <ol className="tm-notes-list tm-breaks" data-testid="breaks">
        {breaks.map((one) => (
          <li
            key={`${one.from} ${one.platform} ${one.kind} ${one.restatement?.seen_on} ${one.restatement?.unit}`}
          >
            <span className="tm-note">{formatSpan(one)}</span>{" "}
            {one.restatement ? one.text : english(one.text)}{" "}
            {one.source && <span className="tm-note">({english(one.source)})</span>}
            {one.restatement?.as_of && <Before asOf={one.restatement.as_of} period={period} />}
          </li>
        ))}
      </ol>
      {leftOut > 0 && (
        <p className="tm-note">
          {plural(
            leftOut,
            "{n} smaller change by a platform is not marked.",
            "{n} smaller changes by platforms are not marked.",
          )}
        </p>
      )}
    </>
  );
}

/** Leads to what was told of the same days before. A shared page stays as it was shared. */
function Before({ asOf, period: { from, to } }: { asOf: string; period: DateSpan }) {
  const [, change] = useView();
  if (useVisit()) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      onClick={() => change((now) => ({ ...withPeriod(now, { from, to }), as_of: asOf }))}
    >
      {t("Show what was known before")}
    </Button>
  );
}
