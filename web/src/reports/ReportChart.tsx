import { useComputedColorScheme } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { markInWords } from "../notes/marks";
import { drawn } from "../take/draw";
import { PAPER_WIDTH, usePaper } from "../take/paper";
import { DARK, LIGHT } from "../trends/chartColors";
import { type ChartColors, chartOption } from "../trends/chartOption";
import { describeShown, marksIn, type Shown } from "../trends/shown";
import { linesInWords } from "../trends/trendPicture";
import { OWN_COLOUR } from "./ColourInput";

const HEIGHT = 260;

interface Props {
  shown: Shown;
  /** Of the client; null for none. */
  colour: string | null;
}

/** The default export of a lazy chunk. A picture, as wide as the sheet: on paper nothing can be pointed at. */
export default function ReportChart({ shown, colour }: Props) {
  const { ref, width: measured } = useElementSize();
  const dark = useComputedColorScheme("light") === "dark";
  const paper = usePaper();
  const width = paper ? PAPER_WIDTH : Math.floor(measured);
  const { notes, breaks } = marksIn(shown);
  const svg = useMemo(() => {
    if (width === 0) return undefined;
    const { notes, breaks } = marksIn(shown);
    const option = chartOption(shown, {
      colors: colorsOf(colour ?? OWN_COLOUR, dark && !paper),
      animated: false,
      tooltip: () => "",
      marks: [...notes, ...breaks],
      width: () => width,
    });
    return drawn(option, [], { width, height: HEIGHT }).svg;
  }, [shown, colour, dark, paper, width]);
  return (
    <figure ref={ref} className="tm-report-chart">
      {svg && (
        <img
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
          alt={describeShown(shown)}
          width={width}
          height={HEIGHT}
          data-testid="report-chart"
        />
      )}
      <figcaption className="tm-note">
        {[...linesInWords(shown), ...[...notes, ...breaks].map((mark) => markInWords(mark))].join(" ")}
      </figcaption>
    </figure>
  );
}

/** A colour that white text can be read on is too dark for a dark sheet, where it is mixed with white. */
function colorsOf(line: string, dark: boolean): ChartColors {
  return dark ? { ...DARK, line: `rgb(${lighter(line)})` } : { ...LIGHT, line };
}

function lighter(colour: string): string {
  return [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    .map((part) => Math.round(part + (255 - part) * 0.55))
    .join(", ");
}
