import { Alert, NativeSelect, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { subscribe, subscriptionQuery } from "../api/digest";
import { inLanguage, LANGUAGES, type Language } from "../text/language";
import { t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";

const CHOICES = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

/** Whether the reader gets the digest by mail, and in which language: at first in the one that is spoken here. */
export function Subscription({ business }: { business: number }) {
  const client = useQueryClient();
  const query = subscriptionQuery(business);
  const now = useQuery(query);
  const change = useMutation({
    mutationFn: (language: Language | null) => subscribe(business, language),
    onSuccess: (answer) => client.setQueryData(query.queryKey, answer),
  });
  if (!now.data) return null;
  const { subscribed, language } = now.data;
  return (
    <>
      <Switch
        label={t("Mail me this every week")}
        description={t("On the first morning of the week, where this server has been set up to send mails.")}
        checked={subscribed}
        disabled={change.isPending}
        onChange={(event) => change.mutate(event.currentTarget.checked ? inLanguage().language : null)}
      />
      {language && (
        <NativeSelect
          label={t("Language of the mails")}
          data={CHOICES}
          value={language}
          disabled={change.isPending}
          onChange={(event) => change.mutate(event.currentTarget.value as Language)}
          maw={240}
        />
      )}
      {change.isError && (
        <Alert color="red" role="alert" title={t("Nothing was changed")}>
          <ErrorText error={change.error} />
        </Alert>
      )}
    </>
  );
}
