import { Alert, Button, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { businessesQuery, jobsQuery, refreshEverything } from "../api/queries";
import { changeBusiness } from "../api/settings";
import type { Business } from "../api/types";
import { isActive } from "../refresh/words";
import { spoken } from "../text/said";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { Panel } from "../ui/Panel";
import { BUSINESS_FIELDS, type BusinessFacts, BusinessFields } from "./BusinessFields";
import { faultOf, otherFault } from "./faults";
import { Saved } from "./Saved";
import { monthChoices } from "./zones";

const FIELDS = [...BUSINESS_FIELDS, "fiscal_year_start"];

/** Name, zone and calendar of a business. Another zone or week is asked about once more. */
export function BusinessSection({ business }: { business: Business }) {
  const client = useQueryClient();
  const [facts, setFacts] = useState<BusinessFacts>(business);
  const [fiscal, setFiscal] = useState(String(business.fiscal_year_start));
  const [asking, setAsking] = useState(false);
  const { name, time_zone: zone, week_start: week } = facts;
  const recuts = zone !== business.time_zone || week !== business.week_start;
  const save = useMutation({
    mutationFn: () =>
      changeBusiness(business.business_id, {
        name,
        time_zone: zone,
        week_start: week,
        fiscal_year_start: Number(fiscal),
      }),
    onSuccess: () => refreshEverything(client),
    onSettled: () => setAsking(false),
  });
  const changed = recuts || name !== business.name || fiscal !== String(business.fiscal_year_start);

  return (
    <Panel title={t("Business")}>
      <Recut business={business.business_id} />
      <form
        data-testid="settings-business"
        onSubmit={(event) => {
          event.preventDefault();
          if (recuts) setAsking(true);
          else save.mutate();
        }}
      >
        <Stack maw={460}>
          <BusinessFields
            facts={facts}
            onChange={setFacts}
            zoneHint={t("Where a day of the business begins and ends.")}
            error={save.error}
          />
          <NativeSelect
            label={t("First month of the fiscal year")}
            description={t("Quarters and years are counted from it.")}
            data={monthChoices()}
            value={fiscal}
            onChange={(event) => setFiscal(event.currentTarget.value)}
            error={faultOf(save.error, "fiscal_year_start")}
          />
          <Saved
            error={otherFault(save.error, FIELDS)}
            done={save.isSuccess && !changed ? t("Saved.") : undefined}
          />
          <Group>
            <Button type="submit" disabled={!changed} loading={save.isPending}>
              {t("Save")}
            </Button>
          </Group>
        </Stack>
      </form>
      {asking && (
        <Dialog title={t("Cut all days anew?")} onClose={() => setAsking(false)}>
          <Stack>
            <Text>
              {zone !== business.time_zone
                ? t("Days will begin at midnight in {zone} instead of {before}.", {
                    zone,
                    before: business.time_zone,
                  })
                : t("Weeks will begin on another day.")}{" "}
              {t(
                "Every day, week and month of {name} is reckoned anew from what was read, so that figures of past periods change a little. Days that a platform reports itself keep the platform's dates. Until this is done, everything stays as it is.",
                { name: business.name },
              )}
            </Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
                {t("Leave it")}
              </Button>
              <Button loading={save.isPending} onClick={() => save.mutate()}>
                {t("Cut the days anew")}
              </Button>
            </Group>
          </Stack>
        </Dialog>
      )}
    </Panel>
  );
}

/** How far the cutting of days is, if it goes on. */
function Recut({ business }: { business: number }) {
  const jobs = useQuery(jobsQuery(business));
  const client = useQueryClient();
  const latest = jobs.data?.find(({ kind }) => kind === "recut");
  const done = latest?.status === "done" ? latest.job_id : undefined;
  // The business has its other zone from then on.
  useEffect(() => {
    if (done !== undefined) void client.invalidateQueries({ queryKey: businessesQuery.queryKey });
  }, [done, client]);
  if (!latest || latest.status === "done" || latest.status === "cancelled") return null;
  if (latest.status === "failed") {
    return (
      <Alert color="red" mb="md" title={t("The days could not be cut anew")}>
        {latest.problem?.detail
          ? spoken(latest.problem.detail, latest.problem.detail_said)
          : t("Nothing was changed. Save the zone once more.")}
      </Alert>
    );
  }
  return isActive(latest) ? (
    <Alert color="blue" mb="md" title={t("The days are being cut anew")} data-testid="recut-running">
      {latest.progress.text
        ? spoken(latest.progress.text, latest.progress.text_said)
        : t("This takes a moment. Until it is done, everything is as before.")}
    </Alert>
  ) : null;
}
