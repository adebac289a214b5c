import { Alert, Button, Group, NativeSelect, Skeleton, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import {
  changeReport,
  type PanelName,
  type Report,
  type ReportContent,
  reportAnswersQuery,
  reportQuery,
  reportsQuery,
} from "../api/reports";
import type { Business } from "../api/types";
import type { Compare } from "../filters/view";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ErrorText } from "../ui/ErrorText";
import { Panel } from "../ui/Panel";
import { ColourInput } from "./ColourInput";
import { LogoInput } from "./LogoInput";
import { PlatformsInput } from "./PlatformsInput";
import { SectionEditor } from "./SectionEditor";
import type { ReportsSearch } from "./search";
import { blank, compareChoices, compareOf, moved, panelChoices, withCompareIn } from "./words";

interface Props {
  business: Business;
  id: number;
  onGo: (to: Omit<ReportsSearch, "business">) => void;
}

/** Writes a report that is open. */
export function ReportEditor({ business, id, onGo }: Props) {
  const report = useQuery(reportQuery(business.business_id, id));
  if (report.isError) {
    return <ErrorPanel what={t("The report")} error={report.error} retry={() => void report.refetch()} />;
  }
  if (report.isPending) {
    return <Skeleton height={420} radius="lg" role="status" aria-label={t("Loading the report")} />;
  }
  return report.data.state === "closed" ? (
    <Alert color="yellow" title={t("This report is closed and stays as it is")}>
      <Button size="xs" onClick={() => onGo({ report: id })}>
        {t("Look at it")}
      </Button>
    </Alert>
  ) : (
    <Form business={business} report={report.data} onGo={onGo} />
  );
}

function contentOf({ title, from, to, search, colour, sections }: Report): ReportContent {
  return { title, from, to, search, colour, sections };
}

function Form({ business, report, onGo }: { business: Business; report: Report; onGo: Props["onGo"] }) {
  const client = useQueryClient();
  const { business_id: owner, report_id: id } = report;
  const [content, setContent] = useState(() => contentOf(report));
  const set = (part: Partial<ReportContent>) => setContent((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () => changeReport(owner, id, content),
    onSuccess: async (saved) => {
      client.setQueryData(reportQuery(owner, id).queryKey, saved);
      client.removeQueries({ queryKey: reportAnswersQuery(owner, id).queryKey });
      onGo({ report: id });
      await client.invalidateQueries({ queryKey: reportsQuery(owner).queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };

  return (
    <form onSubmit={submit} data-testid="report-editor">
      <Stack gap="lg">
        <Panel title={t("What it is about")}>
          <Stack gap="sm">
            <TextInput
              label={t("Title")}
              required
              withAsterisk={false}
              maxLength={200}
              value={content.title}
              onChange={(event) => set({ title: event.currentTarget.value })}
            />
            <Group grow align="flex-start">
              <TextInput
                label={t("First day")}
                type="date"
                required
                withAsterisk={false}
                value={content.from}
                onChange={(event) => set({ from: event.currentTarget.value })}
              />
              <TextInput
                label={t("Last day")}
                type="date"
                required
                withAsterisk={false}
                value={content.to}
                onChange={(event) => set({ to: event.currentTarget.value })}
              />
            </Group>
            <NativeSelect
              label={t("Compare with")}
              data={compareChoices(compareOf(content.search))}
              value={compareOf(content.search)}
              onChange={(event) =>
                set({ search: withCompareIn(content.search, event.currentTarget.value as Compare) })
              }
            />
            <PlatformsInput
              business={business}
              search={content.search}
              onSearch={(search) => set({ search })}
            />
          </Stack>
        </Panel>
        <Panel title={t("How it looks")}>
          <Group align="flex-start" gap="xl">
            <ColourInput colour={content.colour} onColour={(colour) => set({ colour })} />
            <LogoInput report={report} />
          </Group>
        </Panel>
        {content.sections.map((section, at) => (
          <SectionEditor
            // Sections have no name of their own; moving one moves its whole content.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={at}
            number={at + 1}
            last={at === content.sections.length - 1}
            section={section}
            onChange={(changed) =>
              set({ sections: content.sections.map((one, place) => (place === at ? changed : one)) })
            }
            onMove={(by) => set({ sections: moved(content.sections, at, by) })}
            onRemove={() => set({ sections: content.sections.filter((_, place) => place !== at) })}
          />
        ))}
        <AddSection onAdd={(panel) => set({ sections: [...content.sections, blank(panel)] })} />
        {save.isError && (
          <Alert color="red" role="alert" title={t("Not saved")}>
            <ErrorText error={save.error} />
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onGo({ report: id })}>
            {t("Leave it as it was")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t("Save the report")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function AddSection({ onAdd }: { onAdd: (panel: PanelName) => void }) {
  const [panel, setPanel] = useState<PanelName>("metrics");
  return (
    <Group align="flex-end">
      <NativeSelect
        label={t("One more section")}
        data={panelChoices()}
        value={panel}
        onChange={(event) => setPanel(event.currentTarget.value as PanelName)}
      />
      <Button variant="default" onClick={() => onAdd(panel)}>
        {t("Add it")}
      </Button>
    </Group>
  );
}
