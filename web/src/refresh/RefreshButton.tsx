import { Button, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { jobsQuery, refreshJobs, startRefresh } from "../api/queries";
import { t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";
import { isActive, jobInWords } from "./words";

/** Collects the accounts of a business anew, and tells how far it is. */
export function RefreshButton({ business }: { business: number }) {
  const queryClient = useQueryClient();
  const latest = useQuery(jobsQuery(business)).data?.find((job) => job.kind === "refresh");
  const start = useMutation({
    mutationFn: () => startRefresh(business),
    onSettled: () => refreshJobs(queryClient, business),
  });
  const active = start.isPending || (latest !== undefined && isActive(latest));
  // What came of a refresh is said to whoever asked for it, and not again after the page is reloaded.
  const asked = latest !== undefined && latest.job_id === start.data?.job_id;
  const failed = start.isError || (asked && latest.status === "failed");
  const words = start.isError ? (
    <ErrorText error={start.error} />
  ) : latest && (isActive(latest) || asked) ? (
    jobInWords(latest)
  ) : (
    ""
  );
  return (
    <div className="tm-refresh">
      <Button
        size="compact-sm"
        variant="default"
        aria-disabled={active}
        onClick={() => !active && start.mutate()}
      >
        {active ? t("Refreshing …") : t("Refresh")}
      </Button>
      <Text
        size="xs"
        c={failed ? "var(--tm-bad)" : "dimmed"}
        role={failed ? "alert" : "status"}
        data-testid="refresh-status"
        className="tm-break"
      >
        {words}
      </Text>
    </div>
  );
}
