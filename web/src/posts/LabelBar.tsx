import { Alert, Button, Select, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { chooseLabel } from "../api/labels";
import { refreshBusiness } from "../api/queries";
import { labelDetailsQuery } from "../api/settings";
import { KINDS } from "../settings/words";
import { countOf } from "../ui/format";

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
    <section className="tm-posts-chosen" aria-label="Chosen posts" data-testid="label-bar">
      <Text fw={600} role="status">
        {countOf(chosen.length, "post")} chosen
      </Text>
      <Select
        aria-label="Label"
        placeholder={labels.data?.length === 0 ? "No labels yet" : "Choose a label"}
        data={(labels.data ?? []).map((one) => ({
          value: String(one.label_id),
          label: `${KINDS[one.kind]}: ${one.name}`,
        }))}
        value={label}
        onChange={setLabel}
        searchable
        nothingFoundMessage="No such label"
        comboboxProps={{ position: "top-start" }}
      />
      <Button disabled={!ready} loading={choose.isPending} onClick={() => choose.mutate({ give: true })}>
        Give the label
      </Button>
      <Button
        variant="default"
        disabled={!ready || choose.isPending}
        onClick={() => choose.mutate({ give: false })}
      >
        Take it off
      </Button>
      <Button variant="default" onClick={() => setMaking(true)}>
        New label
      </Button>
      <Button variant="subtle" onClick={onClear}>
        Clear
      </Button>
      {chosen.length > MOST && (
        <Text className="tm-note">At most {MOST.toLocaleString()} at a time: choose fewer.</Text>
      )}
      {choose.isError && (
        <Alert color="red" role="alert" title="No post was changed" className="tm-posts-chosen-wide">
          {choose.error.message}
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
  const had = before > 0 ? ` ${countOf(before, "post")} had been chosen so before.` : "";
  return `${KINDS[label.kind]} “${label.name}” was ${give ? "given to" : "taken off"} ${countOf(changed, "post")}.${had}`;
}
