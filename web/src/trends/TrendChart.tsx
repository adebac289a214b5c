import { useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { LineChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { DateSpan } from "../api/types";
import { markInWords } from "../notes/marks";
import { PAPER_WIDTH, usePaper } from "../take/paper";
import { escaped } from "../take/table";
import { t } from "../text/text";
import { figureName } from "../ui/names";
import { ChartCursor } from "./ChartCursor";
import { DARK, LIGHT } from "./chartColors";
import { chartOption } from "./chartOption";
import { datesOf, describeShown, marksIn, perStretch, type Shown, stretchOf, tellPlace } from "./shown";
import { useZoom } from "./useZoom";
import { describeOverlay } from "./usual";

use([LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

interface Props {
  shown: Shown;
  /** Looks at some days alone; undefined where the reader must not choose days. */
  zoom: ((days: DateSpan) => void) | undefined;
}

/** The default export of a lazy chunk: the chart library is larger than the rest of the page. */
export default function TrendChart({ shown, zoom }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const scheme = useComputedColorScheme("light");
  const still = useReducedMotion();
  const paper = usePaper();

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const created = init(element, undefined, { renderer: "svg" });
    created.on("finished", () => {
      element.dataset.ready = "true";
    });
    chart.current = created;
    // It is told of the size at once as well, which the chart has already.
    const resized = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element;
      if (created.getWidth() !== clientWidth || created.getHeight() !== clientHeight) created.resize();
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      created.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    element.dataset.ready = "false";
    const { notes, breaks } = marksIn(shown);
    chart.current?.resize(paper ? { width: PAPER_WIDTH } : { width: "auto" });
    chart.current?.setOption(
      chartOption(shown, {
        colors: scheme === "dark" && !paper ? DARK : LIGHT,
        animated: !still && !paper,
        tooltip: (index) => tooltipText(shown, index),
        marks: [...notes, ...breaks],
        width: () => (paper ? PAPER_WIDTH : element.clientWidth),
      }),
      // It is drawn with the next frame, so that the page can be used in between; paper does not wait for that.
      { notMerge: true, lazyUpdate: !paper },
    );
  }, [shown, scheme, still, paper]);

  const words = useMemo(() => inWords(shown), [shown]);
  const { points } = shown.trends;
  const placeAt = useCallback(
    (x: number) => placeOf(chart.current?.convertFromPixel({ xAxisIndex: 0 }, x), points.length),
    [points.length],
  );
  const hideTip = () => chart.current?.dispatchAction({ type: "hideTip" });
  const dragged = useZoom({
    placeAt,
    choose: (from, to) => {
      const [first, last] = [stretchOf(shown, from), stretchOf(shown, to)];
      if (first && last) zoom?.({ from: first.from, to: last.to });
    },
    clear: hideTip,
  });
  const pointAt = (index: number) => {
    const x = chart.current?.convertToPixel({ xAxisIndex: 0 }, index);
    if (typeof x === "number") {
      chart.current?.dispatchAction({ type: "showTip", x, y: (chart.current?.getHeight() ?? 0) / 2 });
    }
  };
  return (
    <div className="tm-chart-frame" {...(zoom && dragged.handlers)}>
      <div ref={container} className="tm-chart" data-testid="trend-chart" role="img" aria-label={words} />
      {dragged.band && <div className="tm-chart-band" style={dragged.band} aria-hidden="true" />}
      <ChartCursor
        name={t("{name} {per}, one by one", {
          name: figureName(shown.metric),
          per: perStretch(shown.trends.granularity),
        })}
        places={datesOf(shown).length}
        at={points.length - 1}
        tell={(index) => {
          const told = tellPlace(shown, index);
          return told ? [`${told.days}: ${told.value}`, ...told.about, ...told.beside].join(", ") : "";
        }}
        show={pointAt}
        hide={hideTip}
      />
    </div>
  );
}

/** The place along the chart nearest to where the pointer is. */
function placeOf(found: unknown, places: number): number | undefined {
  if (typeof found !== "number" || Number.isNaN(found)) return undefined;
  return Math.min(Math.max(Math.round(found), 0), places - 1);
}

function inWords(shown: Shown): string {
  const { notes } = marksIn(shown);
  return [
    describeShown(shown),
    shown.overlay && describeOverlay(shown.overlay),
    notes.length > 0 && t("Notes: {notes}.", { notes: notes.map((mark) => markInWords(mark)).join("; ") }),
    ...shown.breaks.map(({ text }) => text),
    t("The same values stand in the table view."),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Built from dates, numbers and notes, whose text is escaped, so nothing in it can be markup of somebody else's. */
function tooltipText(shown: Shown, index: number): string {
  const told = tellPlace(shown, index);
  if (!told) return "";
  const value = index < shown.trends.points.length ? [`<strong>${escaped(told.value)}</strong>`] : [];
  return [escaped(told.days), ...value, ...[...told.about, ...told.beside].map(escaped)].join("<br>");
}
