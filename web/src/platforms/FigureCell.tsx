import { Change } from "../overview/Change";
import { InfoPopover } from "../overview/InfoPopover";
import { Missing } from "../ui/Missing";
import type { Figure } from "./figures";

interface Props {
  figure: Figure;
  /** What the popover is about: the figure and whose it is. */
  about: string;
  color?: string | undefined;
  /** The longest bar of the column; null where bars would compare what does not compare. */
  most: number | null;
  compared: boolean;
}

export function FigureCell({ figure, about, color, most, compared }: Props) {
  const { value, change } = figure;
  return (
    <div className="tm-sides-cell">
      <div className="tm-sides-value">
        {value === null ? <Missing why={figure.why} /> : <span>{figure.text}</span>}
        {figure.facts.length > 0 && <InfoPopover about={about} facts={() => figure.facts} />}
      </div>
      {value !== null && most !== null && color && (
        <span className="tm-sides-track" aria-hidden="true">
          <span style={{ width: `${(100 * Math.max(0, value)) / most}%`, background: color }} />
        </span>
      )}
      {compared && change && <Change {...change} verdict="untold" />}
      {figure.notes.map((note) => (
        <div key={note} className="tm-note">
          {note}
        </div>
      ))}
    </div>
  );
}
