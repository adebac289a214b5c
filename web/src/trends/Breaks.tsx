import type { TrendMarker } from "../api/types";
import { english } from "../text/text";
import { formatSpan } from "../ui/format";
import { platformName } from "../ui/names";

/** From which days on the numbers of a chart are not what they were before, with the letters that mark them there. */
export function Breaks({ breaks }: { breaks: TrendMarker[] }) {
  if (breaks.length === 0) return null;
  return (
    <ol className="tm-notes-list tm-breaks" data-testid="breaks">
      {breaks.map((one) => (
        <li key={`${one.from} ${one.platform}`}>
          <span className="tm-note">{`${formatSpan(one)} · ${platformName(one.platform)}`}</span>{" "}
          {english(one.text)} <span className="tm-note">({english(one.source)})</span>
        </li>
      ))}
    </ol>
  );
}
