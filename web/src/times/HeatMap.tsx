import { useMediaQuery } from "@mantine/hooks";
import { type KeyboardEvent, useRef } from "react";
import type { TimeEffect, TimingMetric } from "../api/times";
import type { Take } from "../take/take";
import { t, tell } from "../text/text";
import { formatMetric, formatPercent } from "../ui/format";
import { Panel } from "../ui/Panel";
import { SlotFacts } from "./SlotFacts";
import { cellInWords, certainty, hourName, VERDICTS, weekdayName } from "./words";

interface Props {
  /** The 168 hours of a week, from Monday 0 o'clock. */
  slots: TimeEffect[];
  take: Take;
  zone: string;
  metric: TimingMetric;
  chosen: number | undefined;
  onChoose: (slot: number) => void;
}

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

const slotOf = (weekday: number, hour: number) => (weekday - 1) * 24 + hour;

/**
 * The week as a table: hours of seven days, on a phone turned round. A number is a count of posts; a colour is as
 * strong as it is certain that a time is better or worse, so where nothing is known there is none.
 */
export function HeatMap({ slots, take, zone, metric, chosen, onChoose }: Props) {
  const narrow = useMediaQuery("(max-width: 700px)", false, { getInitialValueInEffect: false });
  const table = useRef<HTMLTableElement>(null);
  const focused = chosen ?? 0;
  const picked = chosen === undefined ? undefined : slots[chosen];

  function move(event: KeyboardEvent, slot: number) {
    const days = narrow ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const hours = narrow ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"];
    const step =
      event.key === days[0]
        ? -24
        : event.key === days[1]
          ? 24
          : event.key === hours[0]
            ? -1
            : event.key === hours[1]
              ? 1
              : 0;
    const next = slot + step;
    if (step === 0 || next < 0 || next >= slots.length) return;
    event.preventDefault();
    onChoose(next);
    table.current?.querySelector<HTMLButtonElement>(`[data-slot="${next}"]`)?.focus();
  }

  const cell = (weekday: number, hour: number) => {
    const slot = slotOf(weekday, hour);
    const effect = slots[slot];
    if (!effect) return <td key={slot} />;
    return (
      <td key={slot}>
        <Cell
          effect={effect}
          slot={slot}
          chosen={slot === chosen}
          reachable={slot === focused}
          onChoose={onChoose}
          onKey={move}
        />
      </td>
    );
  };

  return (
    <Panel title={t("The week")} take={take}>
      <p className="tm-note">
        {t(
          "Hours of {zone}. A number is how many posts went out then. The stronger the colour, the more certain: none where nothing can be told. Choose an hour for its figures; arrow keys move on.",
          { zone: zone.replaceAll("_", " ") },
        )}
      </p>
      <div className="tm-weekscroll">
        <table className="tm-week" ref={table} data-testid="heat-map">
          <caption className="tm-unseen">
            {t(
              "The hours of the week, each with its lift over your usual mix of times, its posts and its verdict",
            )}
          </caption>
          <thead>
            <tr>
              <td />
              {narrow
                ? DAYS.map((day) => (
                    <th key={day} scope="col">
                      {weekdayName(day, "short")}
                    </th>
                  ))
                : HOURS.map((hour) => (
                    <th key={hour} scope="col">
                      <span aria-hidden="true">{hour}</span>
                      <span className="tm-unseen">{hourName(hour)}</span>
                    </th>
                  ))}
            </tr>
          </thead>
          <tbody>
            {narrow
              ? HOURS.map((hour) => (
                  <tr key={hour}>
                    <th scope="row">{hourName(hour)}</th>
                    {DAYS.map((day) => cell(day, hour))}
                  </tr>
                ))
              : DAYS.map((day) => (
                  <tr key={day}>
                    <th scope="row">{weekdayName(day, "short")}</th>
                    {HOURS.map((hour) => cell(day, hour))}
                  </tr>
                ))}
          </tbody>
        </table>
      </div>
      <ul className="tm-legend" aria-hidden="true">
        <li>
          <span className="tm-week-swatch tm-slot-more" style={{ ["--tm-sure" as string]: 0.9 }} />{" "}
          {t("surely better")}
        </li>
        <li>
          <span className="tm-week-swatch tm-slot-less" style={{ ["--tm-sure" as string]: 0.9 }} />{" "}
          {t("surely worse")}
        </li>
        {(["good", "poor", "worth_testing"] as const).map((verdict) => (
          <li key={verdict}>
            <strong>{VERDICTS[verdict].mark}</strong> {tell(VERDICTS[verdict].meaning)}
          </li>
        ))}
      </ul>
      <div aria-live="polite">{picked && <SlotFacts effect={picked} mean={meanOf(picked, metric)} />}</div>
    </Panel>
  );
}

interface CellProps {
  effect: TimeEffect;
  slot: number;
  chosen: boolean;
  /** One cell is reached by Tab, the others from it by arrow keys. */
  reachable: boolean;
  onChoose: (slot: number) => void;
  onKey: (event: KeyboardEvent, slot: number) => void;
}

function Cell({ effect, slot, chosen, reachable, onChoose, onKey }: CellProps) {
  const sure = certainty(effect);
  return (
    <button
      type="button"
      className={`tm-slot ${sure < 0 ? "tm-slot-less" : "tm-slot-more"}`}
      style={{ ["--tm-sure" as string]: Math.abs(sure) }}
      aria-pressed={chosen}
      aria-label={cellInWords(effect)}
      title={cellInWords(effect)}
      tabIndex={reachable ? 0 : -1}
      data-slot={slot}
      onClick={() => onChoose(slot)}
      onKeyDown={(event) => onKey(event, slot)}
    >
      {VERDICTS[effect.verdict].mark && <strong>{VERDICTS[effect.verdict].mark}</strong>}
      {effect.posts > 0 && effect.posts}
    </button>
  );
}

function meanOf(effect: TimeEffect, metric: TimingMetric): string | null {
  if (effect.mean === null) return null;
  return metric === "er" ? formatPercent(effect.mean) : formatMetric(metric, effect.mean);
}
