import { Group, Table } from "@mantine/core";
import type { CSSProperties } from "react";
import type { Explained, Why, WhyEffect, WhyTotal } from "../api/why";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { spoken } from "../text/said";
import { inSentence, t } from "../text/text";
import { DASH, formatChangeRatio } from "../ui/format";
import { type Step, waterfall } from "./waterfall";
import { amount, difference, interval, partName, verdict } from "./words";

/** The way from the number before to the number now, as bars beside their numbers: the chart is its own table. */
export function WaterfallTable({ why, total }: { why: Why; total: WhyTotal }) {
  const bars = waterfall(why, total);
  return (
    <>
      <Table className="tm-stack tm-waterfall" verticalSpacing="xs" data-testid="why-waterfall">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("Part of the change")}</Table.Th>
            <Table.Th scope="col" aria-hidden="true" className="tm-part-bars" />
            <Table.Th scope="col" className="tm-number">
              {t("Change")}
            </Table.Th>
            <Table.Th scope="col" className="tm-number">
              {t("Interval (90%)")}
            </Table.Th>
            <Table.Th scope="col">{t("Verdict")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <End title={t("Before")} value={amount(why.metric, total.previous)} at={bars.previous} />
          {bars.steps.map((step) => (
            <EffectRow key={step.key} step={step} metric={why.metric} timeZone={why.period.time_zone} />
          ))}
          <End title={t("Now")} value={amount(why.metric, total.value)} at={bars.value} />
        </Table.Tbody>
      </Table>
      <p className="tm-note">
        {t(
          "Striped bars could be chance; only full ones may be called a reason. The bars show where the parts lie and do not begin at zero.",
        )}{" "}
        {spoken(why.note, why.note_said)}
      </p>
    </>
  );
}

function End({ title, value, at }: { title: string; value: string; at: number }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{title}</Table.Th>
      <Table.Td className="tm-part-bars" aria-hidden="true">
        <span className="tm-part-bar tm-part-bar-end" style={{ left: `${at * 100}%` }} />
      </Table.Td>
      <Table.Td className="tm-number" data-label={t("Value")}>
        <strong>{value}</strong>
      </Table.Td>
      <Table.Td className="tm-number tm-empty" />
      <Table.Td className="tm-empty" />
    </Table.Tr>
  );
}

function EffectRow({ step, metric, timeZone }: { step: Step; metric: Explained; timeZone: string }) {
  const { effect } = step;
  const range = interval(metric, effect);
  return (
    <Table.Tr data-testid={`effect-${effect.effect}`}>
      <Table.Th scope="row">
        {partName(effect)}
        {effect.parts.length > 1 && <Parts parts={effect.parts} metric={metric} />}
      </Table.Th>
      <Table.Td className="tm-part-bars" aria-hidden="true">
        <span className={barClass(step)} style={place(step.from, step.to)} />
      </Table.Td>
      <Table.Td className="tm-number" data-label={t("Change")}>
        <span>
          {difference(metric, effect.change)}
          {effect.ratio !== null && <span className="tm-note"> ({formatChangeRatio(effect.ratio)})</span>}
        </span>
      </Table.Td>
      <Table.Td className="tm-number" data-label={t("Interval (90%)")}>
        {range || DASH}
      </Table.Td>
      <Table.Td data-label={t("Verdict")}>
        <Group component="span" gap={4} wrap="nowrap" justify="space-between">
          {verdict(effect)}
          <EvidenceInfo
            evidence={effect.evidence}
            about={partName(effect)}
            unit={metric === "engagement_rate" ? "share" : "count"}
            timeZone={timeZone}
          />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function Parts({ parts, metric }: { parts: WhyEffect[]; metric: Explained }) {
  return (
    <ul className="tm-plain tm-note">
      {parts.map((part) => (
        <li key={part.effect}>
          {inSentence(partName(part))}: {difference(metric, part.change)}, {inSentence(verdict(part))}
        </li>
      ))}
    </ul>
  );
}

function barClass({ effect, apart }: Step): string {
  if (apart) return "tm-part-bar tm-part-bar-apart";
  const direction = effect.change >= 0 ? "tm-part-bar-up" : "tm-part-bar-down";
  return effect.named ? `tm-part-bar ${direction}` : `tm-part-bar ${direction} tm-part-bar-chance`;
}

function place(from: number, to: number): CSSProperties {
  return { left: `${Math.min(from, to) * 100}%`, width: `${Math.abs(to - from) * 100}%` };
}
