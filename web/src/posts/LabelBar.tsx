import { Alert, Button, Select, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { chooseLabel } from "../api/labels";
import { refreshBusiness } from "../api/queries";
import { labelDetailsQuery } from "../api/settings";
import { labelKind } from "../filters/labels";
import { plural, t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";

const LabelDialog = lazy(() =>
  import("../settings/LabelDialog").then(({ LabelDialog: found }) => ({ default: found })),
);

interface Props {
  business: number;
  chosen: number[];
  onClear: () => void;
}

const MOST = 10_000;

/** What can be done with the chosen posts: labels, given and taken by hand. */
export default function LabelBar({ business, chosen, onClear }: Props) {
  const client = useQueryClient();
  const labels = useQuery(labelDetailsQuery(business));
  const [label, setLabel] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const choose = useMutation({
    mutationFn: ({ give }: { give: boolean }) => chooseLabel(business, Number(label), chosen, give),
    onSuccess: () =>
      Promise.all([refreshBusiness(client, business), client.invalidateQueries({ queryKey: ["posts"] })]),
  });
  const done = choose.data && choose.variables && said(choose.data, choose.variables.give);
  const ready = label !== null && chosen.length > 0 && chosen.length <= MOST;
  return (
    <section className="tm-posts-chosen" aria-label={t("Chosen posts")} data-testid="label-bar">
      <Text fw={600} role="status">
        {plural(chosen.length, "{n} post chosen", "{n} posts chosen")}
      </Text>
      <Select
        aria-label={t("Label")}
        placeholder={labels.data?.length === 0 ? t("No labels yet") : t("Choose a label")}
        data={(labels.data ?? []).map((one) => ({
          value: String(one.label_id),
          label: `${labelKind(one.kind)}: ${one.name}`,
        }))}
        value={label}
        onChange={setLabel}
        searchable
        nothingFoundMessage={t("No such label")}
        comboboxProps={{ position: "top-start" }}
      />
      <Button disabled={!ready} loading={choose.isPending} onClick={() => choose.mutate({ give: true })}>
        {t("Give the label")}
      </Button>
      <Button
        variant="default"
        disabled={!ready || choose.isPending}
        onClick={() => choose.mutate({ give: false })}
      >
        {t("Remove the label")}
      </Button>
      <Button variant="default" onClick={() => setMaking(true)}>
        {t("New label")}
      </Button>
      <Button variant="subtle" onClick={onClear}>
        {t("Clear")}
      </Button>
      {chosen.length > MOST && (
        <Text className="tm-note">{t("At most {most} at a time: choose fewer.", { most: MOST })}</Text>
      )}
      {choose.isError && (
        <Alert color="red" role="alert" title={t("No post was changed")} className="tm-posts-chosen-wide">
          <ErrorText error={choose.error} />
        </Alert>
      )}
      {done && (
        <Text className="tm-note tm-posts-chosen-wide" role="status" data-testid="label-done">
          {done}
        </Text>
      )}
      {making && (
        <Suspense fallback={null}>
          <LabelDialog business={business} label={undefined} onClose={() => setMaking(false)} />
        </Suspense>
      )}
    </section>
  );
}

function said({ label, posts, changed }: Awaited<ReturnType<typeof chooseLabel>>, give: boolean): string {
  const before = posts - changed;
  const name = t("{kind} “{name}”", { kind: labelKind(label.kind), name: label.name });
  const done = give
    ? plural(changed, "{label} was given to {n} post.", "{label} was given to {n} posts.", { label: name })
    : plural(changed, "{label} was taken off {n} post.", "{label} was taken off {n} posts.", { label: name });
  if (before === 0) return done;
  return `${done} ${plural(before, "{n} post had been chosen so before.", "{n} posts had been chosen so before.")}`;
}
