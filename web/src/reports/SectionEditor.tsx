import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import type { PanelName, ReportSection } from "../api/reports";
import { METRICS } from "../api/types";
import { EXPLAINED } from "../api/why";
import { rich, t } from "../text/text";
import { figureName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { blank, panelChoices, titleOf } from "./words";

interface Props {
  number: number;
  last: boolean;
  section: ReportSection;
  onChange: (section: ReportSection) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** What one section shows, and what the analyst says of it. */
export function SectionEditor({ number, last, section, onChange, onMove, onRemove }: Props) {
  const name = t("Section {number}: {section}", { number, section: titleOf(section) });
  const metrics = section.panel === "trend" ? METRICS : section.panel === "why" ? EXPLAINED : undefined;
  return (
    <Panel
      title={name}
      actions={
        <Group gap="xs">
          <Button size="compact-sm" variant="default" disabled={number === 1} onClick={() => onMove(-1)}>
            {rich("Up<mark>: section {number}</mark>", {
              number,
              mark: (inner) => <span className="tm-unseen">{inner}</span>,
            })}
          </Button>
          <Button size="compact-sm" variant="default" disabled={last} onClick={() => onMove(1)}>
            {rich("Down<mark>: section {number}</mark>", {
              number,
              mark: (inner) => <span className="tm-unseen">{inner}</span>,
            })}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onRemove}>
            {rich("Remove<mark>: section {number}</mark>", {
              number,
              mark: (inner) => <span className="tm-unseen">{inner}</span>,
            })}
          </Button>
        </Group>
      }
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <NativeSelect
            label={t("Shows")}
            data={panelChoices()}
            value={section.panel}
            onChange={(event) =>
              onChange({ ...blank(event.currentTarget.value as PanelName), text: section.text })
            }
          />
          {metrics && (
            <NativeSelect
              label={t("Of")}
              data={metrics.map((metric) => ({ value: metric, label: figureName(metric) }))}
              value={section.metric ?? ""}
              onChange={(event) => onChange({ ...section, metric: event.currentTarget.value })}
            />
          )}
          <TextInput
            label={t("Heading")}
            placeholder={titleOf({ ...section, title: null })}
            maxLength={200}
            value={section.title ?? ""}
            onChange={(event) => onChange({ ...section, title: event.currentTarget.value || null })}
          />
        </Group>
        <Textarea
          label={t("What you say of it")}
          description={t("Empty lines part paragraphs; lines with “- ” make a list; **bold**, *emphasis*.")}
          autosize
          minRows={2}
          maxLength={5000}
          value={section.text}
          onChange={(event) => onChange({ ...section, text: event.currentTarget.value })}
          data-testid={`section-text-${number}`}
        />
      </Stack>
    </Panel>
  );
}
