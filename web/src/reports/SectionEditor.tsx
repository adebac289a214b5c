import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import type { ReportSection } from "../api/reports";
import { PANELS, type PanelName } from "../api/reports";
import { METRICS } from "../api/types";
import { EXPLAINED } from "../api/why";
import { figureName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { blank, titleOf } from "./words";

interface Props {
  number: number;
  last: boolean;
  section: ReportSection;
  onChange: (section: ReportSection) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const PANEL_CHOICES = Object.entries(PANELS).map(([value, label]) => ({ value, label }));
const TREND_CHOICES = METRICS.map((metric) => ({ value: metric, label: figureName(metric) }));
const WHY_CHOICES = EXPLAINED.map((value) => ({ value, label: figureName(value) }));

/** What one section shows, and what the analyst says of it. */
export function SectionEditor({ number, last, section, onChange, onMove, onRemove }: Props) {
  const name = `Section ${number}: ${titleOf(section)}`;
  const metrics =
    section.panel === "trend" ? TREND_CHOICES : section.panel === "why" ? WHY_CHOICES : undefined;
  return (
    <Panel
      title={name}
      actions={
        <Group gap="xs">
          <Button size="compact-sm" variant="default" disabled={number === 1} onClick={() => onMove(-1)}>
            Up<span className="tm-unseen">: section {number}</span>
          </Button>
          <Button size="compact-sm" variant="default" disabled={last} onClick={() => onMove(1)}>
            Down<span className="tm-unseen">: section {number}</span>
          </Button>
          <Button size="compact-sm" variant="default" onClick={onRemove}>
            Take out<span className="tm-unseen">: section {number}</span>
          </Button>
        </Group>
      }
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <NativeSelect
            label="Shows"
            data={PANEL_CHOICES}
            value={section.panel}
            onChange={(event) =>
              onChange({ ...blank(event.currentTarget.value as PanelName), text: section.text })
            }
          />
          {metrics && (
            <NativeSelect
              label="Of"
              data={metrics}
              value={section.metric ?? ""}
              onChange={(event) => onChange({ ...section, metric: event.currentTarget.value })}
            />
          )}
          <TextInput
            label="Heading"
            placeholder={titleOf({ ...section, title: null })}
            maxLength={200}
            value={section.title ?? ""}
            onChange={(event) => onChange({ ...section, title: event.currentTarget.value || null })}
          />
        </Group>
        <Textarea
          label="What you say of it"
          description="Empty lines part paragraphs; lines with “- ” make a list; **bold**, *emphasis*."
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
