import { t } from "../text/text";
import { formatSpan } from "../ui/format";
import { figureName } from "../ui/names";
import { hasPrevious, isCut, type Shown, seriesOf } from "./shown";
import type { Overlay } from "./usual";

interface Props {
  shown: Shown;
  /** Whether days can be chosen by dragging over them. */
  canZoom: boolean;
}

/** Own markup in place of the chart library's legend: it wraps on a phone and cannot cover an axis. */
export function Legend({ shown, canZoom }: Props) {
  const { metric, overlay, trends } = shown;
  const { has, imported } = seriesOf(shown);
  return (
    <ul className="tm-legend" aria-label={t("Legend")}>
      <li>
        <Stroke />
        {figureName(metric)}
      </li>
      {has.provisional && (
        <li>
          <Stroke dashed />
          {t("Provisional, may still change")}
        </li>
      )}
      {trends.points.some((_point, index) => isCut(shown, index)) && (
        <li>
          <Stroke dashed />
          {t("Cut by the period")}
        </li>
      )}
      {trends.comparison && (
        <li>
          <Stroke of="before" />
          {hasPrevious(shown)
            ? t("Before: {days}", { days: formatSpan(trends.comparison) })
            : t("Before: {days}, no values", { days: formatSpan(trends.comparison) })}
        </li>
      )}
      {trends.averages.length > 0 && (
        <li>
          <Stroke of="mean" />
          {t("Mean of 7 days, where all seven have a value")}
        </li>
      )}
      {has.estimated && (
        <li>
          <span className="tm-swatch" data-kind="estimated" aria-hidden="true" />
          {t("Estimated between two readings")}
        </li>
      )}
      {has.imported && (
        <li>
          <Dots />
          {trends.points.every((point, index) => imported[index] || point.metrics[metric]?.value == null)
            ? t("Imported from files")
            : t("Imported")}
        </li>
      )}
      {overlay && <OfOverlay overlay={overlay} />}
      {has.gaps && <li>{t("A gap is a day without a report")}</li>}
      <li className="tm-swipe-hint">{t("Swipe for the next figure")}</li>
      {canZoom && <li className="tm-zoom-hint">{t("Drag over days to look at them alone")}</li>}
    </ul>
  );
}

function OfOverlay({ overlay }: { overlay: Overlay }) {
  return (
    <>
      {overlay.usual.size > 0 && (
        <li>
          <span className="tm-swatch" data-kind="usual" aria-hidden="true" />
          {t("Usual: nine days of ten")}
        </li>
      )}
      {overlay.anomalies.size > 0 && (
        <li>
          <span className="tm-swatch" data-kind="mark" aria-hidden="true" />
          {t("Unusual day")}
        </li>
      )}
      {overlay.changes.size > 0 && (
        <li>
          <span className="tm-swatch" data-kind="change" aria-hidden="true" />
          {t("Change of level")}
        </li>
      )}
      {overlay.forecast.size > 0 && (
        <li>
          <span className="tm-swatch" data-kind="forecast" aria-hidden="true" />
          {t("Forecast, dotted, and where nine days of ten would lie")}
        </li>
      )}
    </>
  );
}

/** @param of which line; colours and widths are those of the chart */
function Stroke({ dashed = false, of = "series" }: { dashed?: boolean; of?: "series" | "before" | "mean" }) {
  return (
    <svg width="26" height="8" aria-hidden="true" focusable="false">
      <path
        d="M1 4h24"
        stroke={`var(--tm-${of})`}
        strokeWidth={of === "before" ? 1.25 : 2.5}
        strokeDasharray={dashed ? "5 4" : undefined}
      />
    </svg>
  );
}

/** Two of them on a line: where they would touch, a run of days has one at either end. */
function Dots() {
  return (
    <svg width="26" height="8" aria-hidden="true" focusable="false">
      <path d="M6 4h14" stroke="var(--tm-series)" strokeWidth="2.5" />
      {[4, 22].map((x) => (
        <circle key={x} cx={x} cy="4" r="2.5" fill="none" stroke="var(--tm-series)" strokeWidth="1.5" />
      ))}
    </svg>
  );
}
