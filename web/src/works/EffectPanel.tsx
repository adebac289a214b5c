import { Button, Group } from "@mantine/core";
import { useState } from "react";
import type { Effect, EffectGroup, EffectKind } from "../api/works";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import type { Take } from "../take/take";
import { spoken } from "../text/said";
import { t, tell } from "../text/text";
import { DASH } from "../ui/format";
import { Panel } from "../ui/Panel";
import { effectName } from "./effectName";
import {
  KINDS,
  missingInWords,
  placeOf,
  postsInWords,
  rangeInWords,
  shortened,
  sizeInWords,
  standingOf,
  verdictInWords,
} from "./words";

const SIGNS = { more: "▲", less: "▼", unclear: "○", rare: "·" };

interface Props {
  group: EffectGroup;
  /** In words. */
  metric: string;
  timeZone: string;
  take: Take;
}

/** All effects of a kind. What may be claimed stands first and in colour, the rest in grey. */
export function EffectPanel({ group, metric, timeZone, take }: Props) {
  const [whole, setWhole] = useState(false);
  const few = shortened(group.effects);
  const shown = whole ? group.effects : few;
  const hidden = group.effects.length - few.length;
  return (
    <Panel title={tell(KINDS[group.kind])} take={take}>
      {shown.length > 0 && (
        <table className="tm-effects" data-testid={`effects-${group.kind}`}>
          <caption className="tm-unseen">
            {t("{kind}: difference in {metric} against the account's other posts", {
              kind: tell(KINDS[group.kind]),
              metric,
            })}
          </caption>
          <thead className="tm-effects-head">
            <tr>
              <th scope="col">{t("What")}</th>
              <th scope="col">{t("Effect")}</th>
              <th scope="col">{t("Likely range")}</th>
              <th scope="col">{t("What can be said")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((effect) => (
              <Row key={effect.key} kind={group.kind} effect={effect} timeZone={timeZone} />
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt="xs"
          aria-expanded={whole}
          onClick={() => setWhole((before) => !before)}
        >
          {whole ? t("Show fewer") : t("Show {hidden} more", { hidden })}
        </Button>
      )}
      {group.text && <p className="tm-note">{spoken(group.text, group.text_said)}</p>}
    </Panel>
  );
}

interface RowProps {
  kind: EffectKind;
  effect: Effect;
  timeZone: string;
}

function Row({ kind, effect, timeZone }: RowProps) {
  const name = effectName(kind, effect);
  const standing = standingOf(effect);
  return (
    <tr className={`tm-effect tm-effect-${standing}`}>
      <th scope="row" className="tm-break">
        <span aria-hidden="true" className="tm-sign">
          {SIGNS[standing]}
        </span>
        {name}
      </th>
      <td className="tm-number">{effect.effect === null ? DASH : sizeInWords(effect.effect)}</td>
      <td>
        {effect.interval === null ? (
          <span className="tm-unseen">{t("not known")}</span>
        ) : (
          <span className="tm-effect-range">
            <Bar interval={effect.interval} />
            <span>{rangeInWords(effect.interval)}</span>
          </span>
        )}
      </td>
      <td>
        <Group component="span" gap={4} wrap="nowrap" justify="space-between">
          {verdictInWords(effect)}
          <EvidenceInfo evidence={effect.evidence} about={name} unit="change" timeZone={timeZone} />
        </Group>
        <span className="tm-note tm-posts-of">
          {[missingInWords(effect), postsInWords(effect)].filter(Boolean).join(" · ")}
        </span>
      </td>
    </tr>
  );
}

/** From a third of the usual to three times as much; the line in the middle is no difference. */
function Bar({ interval: [low, high] }: { interval: [number, number] }) {
  const from = placeOf(low);
  return (
    <svg className="tm-effect-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect
        className="tm-effect-bar-range"
        x={from}
        y="3"
        width={Math.max(placeOf(high) - from, 1)}
        height="6"
      />
      <line x1="50" x2="50" y1="0" y2="12" />
    </svg>
  );
}
