import { Alert, Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { ApiError } from "../api/client";
import {
  closeReport,
  duplicateReport,
  type Report,
  removeReport,
  reportQuery,
  reportsQuery,
} from "../api/reports";
import type { Business } from "../api/types";
import { ShareButton } from "../share/ShareButton";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorText } from "../ui/ErrorText";
import type { ReportsSearch } from "./search";

const RepeatDialog = lazy(() => import("./RepeatDialog"));

interface Props {
  business: Business;
  report: Report;
  onGo: (to: Omit<ReportsSearch, "business">) => void;
}

/** What can be done with a report. */
export function ReportActions({ business, report, onGo }: Props) {
  const client = useQueryClient();
  const [asking, setAsking] = useState<"close" | "remove" | "repeat" | undefined>();
  const { business_id: owner, report_id: id } = report;
  const listed = () => client.invalidateQueries({ queryKey: reportsQuery(owner).queryKey });
  const duplicate = useMutation({
    mutationFn: () => duplicateReport(owner, id),
    onSuccess: async (made) => {
      await listed();
      onGo({ report: made.report_id, edit: "on" });
    },
  });
  const remove = useMutation({
    mutationFn: () => removeReport(owner, id),
    onSuccess: async () => {
      onGo({});
      await listed();
    },
  });
  const failed = duplicate.error ?? remove.error;
  return (
    <section className="tm-report-tools" aria-label={t("The report")}>
      <Group gap="xs">
        <Button variant="default" size="sm" onClick={() => window.print()}>
          {t("Print or save as PDF")}
        </Button>
        {report.state === "open" ? (
          <>
            <Button variant="default" size="sm" onClick={() => onGo({ report: id, edit: "on" })}>
              {t("Edit")}
            </Button>
            <Button size="sm" onClick={() => setAsking("close")}>
              {t("Close |a report")}
            </Button>
          </>
        ) : (
          <ShareButton business={business} page="report" view={{}} report={id} />
        )}
        <Button variant="default" size="sm" loading={duplicate.isPending} onClick={() => duplicate.mutate()}>
          {t("Duplicate for the next period")}
        </Button>
        <Button variant="default" size="sm" onClick={() => setAsking("repeat")} data-testid="repeat">
          {t("Repeat")}
        </Button>
        <Button variant="default" size="sm" onClick={() => setAsking("remove")}>
          {t("Remove")}
        </Button>
      </Group>
      {failed && (
        <Alert color="red" role="alert" title={t("Not done")} mt="sm">
          <ErrorText error={failed} />
        </Alert>
      )}
      {asking === "close" && <CloseDialog report={report} onClose={() => setAsking(undefined)} />}
      {asking === "repeat" && (
        <Suspense>
          <RepeatDialog business={business} report={report} onClose={() => setAsking(undefined)} />
        </Suspense>
      )}
      {asking === "remove" && (
        <Dialog title={t("Remove this report?")} onClose={() => setAsking(undefined)}>
          <Text mb="md">
            {t("{title} will be gone, and links to it will show nothing any more.", { title: report.title })}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(undefined)} data-autofocus>
              {t("Keep it")}
            </Button>
            <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t("Remove the report")}
            </Button>
          </Group>
        </Dialog>
      )}
    </section>
  );
}

/** Closing is for good, and is warned of while days may still be revised. */
function CloseDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const client = useQueryClient();
  const { business_id: owner, report_id: id } = report;
  const close = useMutation({
    mutationFn: (accepted: boolean) => closeReport(owner, id, accepted),
    onSuccess: async (closed) => {
      client.setQueryData(reportQuery(owner, id).queryKey, closed);
      onClose();
      await client.invalidateQueries({ queryKey: reportsQuery(owner).queryKey });
    },
  });
  const provisional = close.error instanceof ApiError && close.error.problem.code === "still_provisional";
  return (
    <Dialog title={t("Close this report?")} onClose={onClose}>
      <Text mb="md">
        {t(
          "Its numbers will stay as they are now, whatever platforms revise later. It cannot be opened again; a duplicate goes on from it.",
        )}
      </Text>
      {close.isError && (
        <Alert
          color={provisional ? "yellow" : "red"}
          role="alert"
          title={provisional ? t("Not all days are settled") : t("Not closed")}
          mb="md"
        >
          {provisional ? (
            t(
              "Platforms may still revise numbers of this period. Close it later, or close it all the same: what changes afterwards is shown beside its numbers.",
            )
          ) : (
            <ErrorText error={close.error} />
          )}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("Keep it open")}
        </Button>
        <Button loading={close.isPending} onClick={() => close.mutate(provisional)}>
          {provisional ? t("Close it all the same") : t("Close the report")}
        </Button>
      </Group>
    </Dialog>
  );
}
