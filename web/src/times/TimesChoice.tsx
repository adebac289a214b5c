import { Alert, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { accountsQuery, refreshBusiness } from "../api/queries";
import { type AccountName, setZone, TIMING_METRICS, type TimingMetric } from "../api/times";
import type { Account, Business } from "../api/types";
import { WORKS_METRICS } from "../api/works";
import { t, tell } from "../text/text";
import { ErrorText } from "../ui/ErrorText";
import { platformName } from "../ui/names";
import type { TimesSearch } from "./search";

interface Judged {
  metric: TimingMetric;
  onChange: (over: TimesSearch) => void;
}

interface VisitedProps extends Judged {
  account: AccountName;
}

interface Props extends VisitedProps {
  business: Pick<Business, "business_id" | "time_zone">;
}

const NONE: Account[] = [];

const OF_THE_BUSINESS = "";

/** Whose times, by which measure, and in which zone. */
export function TimesChoice({ business, account, metric, onChange }: Props) {
  const client = useQueryClient();
  const accounts = useQuery(accountsQuery(business.business_id)).data ?? NONE;
  const own = accounts.filter((one) => one.owned);
  const listed = own.some((one) => one.account_id === account.id)
    ? own
    : [...own, { ...account, account_id: account.id }];
  const zone = accounts.find((one) => one.account_id === account.id)?.time_zone ?? null;
  const zones = useMemo(
    () => [
      {
        value: OF_THE_BUSINESS,
        label: t("That of the business: {timeZone}", { timeZone: business.time_zone }),
      },
      ...Intl.supportedValuesOf("timeZone").map((name) => ({
        value: name,
        label: name.replaceAll("_", " "),
      })),
    ],
    [business.time_zone],
  );
  const change = useMutation({
    mutationFn: (wanted: string | null) => setZone(business.business_id, account.id, wanted),
    onSuccess: () => refreshBusiness(client, business.business_id),
  });

  return (
    <section className="tm-panel" aria-label={t("What is shown")}>
      <div className="tm-fields tm-fields-wide">
        <Select
          label={t("Account")}
          data={listed.map((one) => ({
            value: String(one.account_id),
            label: `${platformName(one.platform)}: ${one.name ?? one.handle}`,
          }))}
          value={String(account.id)}
          onChange={(value) => value && onChange({ account: [Number(value)], slot: undefined })}
          allowDeselect={false}
          comboboxProps={{ withinPortal: true }}
        />
        <JudgedBy metric={metric} onChange={onChange} />
        <Select
          label={t("Time zone of the hours")}
          data={zones}
          value={zone ?? OF_THE_BUSINESS}
          onChange={(value) => value !== null && change.mutate(value === OF_THE_BUSINESS ? null : value)}
          disabled={change.isPending}
          searchable
          limit={60}
          allowDeselect={false}
        />
      </div>
      {change.isError && (
        <Alert color="red" role="alert" title={t("The time zone was not set")} mt="sm">
          <ErrorText error={change.error} />
        </Alert>
      )}
    </section>
  );
}

/** The same for whoever came by a link: account and zone are those that were shared. */
export function VisitedChoice({ account, metric, onChange }: VisitedProps) {
  return (
    <section className="tm-panel" aria-label={t("What is shown")}>
      <div className="tm-fields tm-fields-wide">
        <TextInput
          label={t("Account")}
          value={`${platformName(account.platform)}: ${account.name ?? account.handle}`}
          readOnly
        />
        <JudgedBy metric={metric} onChange={onChange} />
      </div>
    </section>
  );
}

function JudgedBy({ metric, onChange }: Judged) {
  return (
    <Select
      label={t("Judged by")}
      data={TIMING_METRICS.map((one) => ({ value: one, label: tell(WORKS_METRICS[one]) }))}
      value={metric}
      onChange={(value) => value && onChange({ metric: value as TimingMetric })}
      allowDeselect={false}
    />
  );
}
