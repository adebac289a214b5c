import { Button } from "@mantine/core";
import type { TrendMarker } from "../api/types";
import { useView } from "../filters/useView";
import { useVisit } from "../share/visit";
import { english, plural, t } from "../text/text";
import { formatSpan } from "../ui/format";
import { platformName } from "../ui/names";

/**
 * From which days on the numbers of a chart are not what they were before, and which its platforms changed, with the
 * letters that mark them there.
 *
 * @param leftOut how many changes more there are, all smaller
 */
export function Breaks({ breaks, leftOut }: { breaks: TrendMarker[]; leftOut: number }) {
  if (breaks.length === 0) return null;
  return (
    <>
      <ol className="tm-notes-list tm-breaks" data-testid="breaks">
        {breaks.map((one) => (
          <li
            key={`${one.from} ${one.platform} ${one.kind} ${one.restatement?.seen_on} ${one.restatement?.unit}`}
          >
            <span className="tm-note">{`${formatSpan(one)} · ${platformName(one.platform)}`}</span>{" "}
            {one.restatement ? one.text : english(one.text)}{" "}
            {one.source && <span className="tm-note">({english(one.source)})</span>}
            {one.restatement?.as_of && <Before asOf={one.restatement.as_of} />}
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

/** Leads to what was told before. A shared page stays as it was shared. */
function Before({ asOf }: { asOf: string }) {
  const [, change] = useView();
  if (useVisit()) return null;
  return (
    <Button size="compact-xs" variant="default" onClick={() => change((now) => ({ ...now, as_of: asOf }))}>
      {t("Show what was known before")}
    </Button>
  );
}
