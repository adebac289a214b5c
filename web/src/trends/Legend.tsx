import type { Metric, TrendPoint } from "../api/types";
import { t } from "../text/text";
import { figureName } from "../ui/names";
import { toSeries } from "./series";
import type { Overlay } from "./usual";

interface Props {
  points: TrendPoint[];
  metric: Metric;
  overlay?: Overlay | undefined;
}

/** Own markup in place of the chart library's legend: it wraps on a phone and cannot cover an axis. */
export function Legend({ points, metric, overlay }: Props) {
  const { has } = toSeries(points, metric);
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
      {overlay && <OfOverlay overlay={overlay} />}
      {has.gaps && <li>{t("A gap is a day without a report")}</li>}
      {has.estimated && <li>{t("Some days are estimated; the table says which")}</li>}
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

function Stroke({ dashed = false }: { dashed?: boolean }) {
  return (
    <svg width="26" height="8" aria-hidden="true" focusable="false">
      <path
        d="M1 4h24"
        stroke="var(--tm-series)"
        strokeWidth="2.5"
        strokeDasharray={dashed ? "5 4" : undefined}
      />
    </svg>
  );
}
