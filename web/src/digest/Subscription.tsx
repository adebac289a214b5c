import { Alert, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { subscribe, subscriptionQuery } from "../api/digest";
import { t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";

/** Whether the reader gets the digest by mail. */
export function Subscription({ business }: { business: number }) {
  const client = useQueryClient();
  const query = subscriptionQuery(business);
  const now = useQuery(query);
  const change = useMutation({
    mutationFn: (wanted: boolean) => subscribe(business, wanted),
    onSuccess: (answer) => client.setQueryData(query.queryKey, answer),
  });
  if (!now.data) return null;
  return (
    <>
      <Switch
        label={t("Mail me this every week")}
        description={t("On the first morning of the week, where this server has been set up to send mails.")}
        checked={now.data.subscribed}
        disabled={change.isPending}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
      {change.isError && (
        <Alert color="red" role="alert" title={t("Nothing was changed")}>
          <ErrorText error={change.error} />
        </Alert>
      )}
    </>
  );
}
