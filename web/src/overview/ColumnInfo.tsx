import { type Definitions, figureDefinition } from "./definitions";
import { InfoPopover } from "./InfoPopover";

interface Props {
  /** As the head of the column says it. */
  label: string;
  /** What definitions call it: a metric, a rate, `engagement`, `posts`. */
  figure: string;
  definitions: Definitions;
}

/** In the head of a column, what its numbers are; nothing where no definition is known. */
export function ColumnInfo({ label, figure, definitions }: Props) {
  const facts = figureDefinition(figure, definitions);
  return facts.length > 0 && <InfoPopover about={label} facts={() => facts} />;
}
