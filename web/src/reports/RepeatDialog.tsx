import {
  Alert,
  Button,
  Group,
  NativeSelect,
  Radio,
  Skeleton,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import {
  type Every,
  putSchedule,
  type Report,
  type ReportSchedule,
  removeSchedule,
  reportsQuery,
  scheduleQuery,
  type WantedSchedule,
} from "../api/reports";
import type { Business } from "../api/types";
import { inLanguage, LANGUAGES, type Language } from "../text/language";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ErrorText } from "../ui/ErrorText";
import { addressesIn, hourChoices, lastingTitle, periodChoices } from "./repeats";

interface Props {
  business: Business;
  report: Report;
  onClose: () => void;
}

const MOST_DAYS = 28;
const MAIL_LANGUAGES = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

/** Has a report go on by itself, or no more. */
export default function RepeatDialog({ business, report, onClose }: Props) {
  const schedule = useQuery({
    ...scheduleQuery(business.business_id, report.report_id),
    // What is being written must not change under the writer's hands.
    refetchOnWindowFocus: false,
  });
  return (
    <Dialog title={t("Repeat this report")} onClose={onClose} size="lg">
      {schedule.isError ? (
        <ErrorPanel
          what={t("How the report repeats")}
          error={schedule.error}
          retry={() => void schedule.refetch()}
        />
      ) : schedule.isPending ? (
        <Skeleton height={320} role="status" aria-label={t("Loading how the report repeats")} />
      ) : (
        <Form business={business} report={report} schedule={schedule.data} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface Written extends Omit<WantedSchedule, "title" | "recipients"> {
  /** Undefined while nobody wrote one. */
  title: string | undefined;
  recipients: string;
}

function written(schedule: ReportSchedule | null): Written {
  if (schedule === null) {
    return {
      every: "month",
      days_after: 3,
      hour: 9,
      title: undefined,
      recipients: "",
      language: inLanguage().language,
      link: "page",
    };
  }
  const { every, days_after, hour, title, recipients, language, link } = schedule;
  return { every, days_after, hour, title, recipients: recipients.join("\n"), language, link };
}

function Form({ business, report, schedule, onClose }: Props & { schedule: ReportSchedule | null }) {
  const client = useQueryClient();
  const { business_id: owner, report_id: id } = report;
  const [form, setForm] = useState(() => written(schedule));
  const set = (part: Partial<Written>) => setForm((now) => ({ ...now, ...part }));
  const title = form.title ?? lastingTitle(form.every, business.name);
  const done = async (now: ReportSchedule | null) => {
    client.setQueryData(scheduleQuery(owner, id).queryKey, now);
    onClose();
    await client.invalidateQueries({ queryKey: reportsQuery(owner).queryKey });
  };
  const save = useMutation({
    mutationFn: () => putSchedule(owner, id, { ...form, title, recipients: addressesIn(form.recipients) }),
    onSuccess: done,
  });
  const remove = useMutation({ mutationFn: () => removeSchedule(owner, id), onSuccess: () => done(null) });
  const failed = save.error ?? remove.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} data-testid="repeat-form">
      <Stack gap="sm">
        <Text size="sm">
          {t(
            "Once a period is over, the latest report of this series is duplicated for it, closed with the numbers of that moment, and mailed. One that is open and already about that period is closed as it is.",
          )}
        </Text>
        {report.sections.some((section) => section.text !== "") && (
          <Alert color="yellow" title={t("Its texts go along as they are")}>
            {t("Write in them what holds for every period, or take them out before.")}
          </Alert>
        )}
        <Group grow align="flex-end">
          <NativeSelect
            label={t("A report for each")}
            data={periodChoices()}
            value={form.every}
            onChange={(event) => set({ every: event.currentTarget.value as Every })}
            data-autofocus
          />
          <TextInput
            label={t("Days after its end")}
            type="number"
            min={0}
            max={MOST_DAYS}
            required
            withAsterisk={false}
            value={Number.isNaN(form.days_after) ? "" : form.days_after}
            onChange={(event) => set({ days_after: event.currentTarget.valueAsNumber })}
          />
          <NativeSelect
            label={t("At")}
            data={hourChoices()}
            value={String(form.hour)}
            onChange={(event) => set({ hour: Number(event.currentTarget.value) })}
          />
        </Group>
        <Text className="tm-note">
          {t(
            "By the clock of {zone}. Platforms revise the last days for a while: three days of waiting let most of them settle.",
            {
              zone: business.time_zone,
            },
          )}
        </Text>
        <TextInput
          label={t("Title of the reports")}
          required
          withAsterisk={false}
          maxLength={200}
          value={title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t("Mail them to")}
          description={t("One address on each line, at most 20. Empty for nobody.")}
          autosize
          minRows={2}
          maxRows={8}
          spellCheck={false}
          autoCapitalize="none"
          value={form.recipients}
          onChange={(event) => set({ recipients: event.currentTarget.value })}
        />
        <NativeSelect
          label={t("Language of the mails")}
          data={MAIL_LANGUAGES}
          value={form.language}
          onChange={(event) => set({ language: event.currentTarget.value as Language })}
          maw={240}
        />
        <Radio.Group
          label={t("The mails lead to")}
          value={form.link}
          onChange={(link) => set({ link: link as Written["link"] })}
        >
          <Stack gap={6} mt={4}>
            <Radio value="page" label={t("This page, for members")} />
            <Radio value="share" label={t("A link for whoever gets it, without an account, for 30 days")} />
          </Stack>
        </Radio.Group>
        {failed && (
          <Alert color="red" role="alert" title={t("Nothing was changed")}>
            <ErrorText error={failed} />
          </Alert>
        )}
        <Group justify="flex-end">
          {schedule && (
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t("Repeat no more")}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t("Cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t("Save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
