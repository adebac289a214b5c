import { Alert, Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refreshBusiness } from "../api/queries";
import { type Label, type LabelKind, type LabelRule, saveLabel } from "../api/settings";
import { t, tell } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { faultOf, otherFault } from "./faults";
import { RuleFields } from "./RuleFields";
import { KINDS } from "./words";

interface Props {
  business: number;
  /** Undefined for a new one. */
  label: Label | undefined;
  onClose: () => void;
}

export function LabelDialog({ business, label, onClose }: Props) {
  const client = useQueryClient();
  const [kind, setKind] = useState<LabelKind>(label?.kind ?? "campaign");
  const [name, setName] = useState(label?.name ?? "");
  const [rules, setRules] = useState<LabelRule[]>(label?.rules ?? []);
  const save = useMutation({
    mutationFn: () => saveLabel(business, label?.label_id, { kind, name, rules }),
    onSuccess: async () => {
      await refreshBusiness(client, business);
      onClose();
    },
  });
  const other = otherFault(save.error, ["name", "kind", "rules"]);
  return (
    <Dialog
      title={label ? t("Label “{name}”", { name: label.name }) : t("New label")}
      size="lg"
      onClose={onClose}
    >
      <form
        data-testid="label-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={t("Name")}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={faultOf(save.error, "name")}
            maxLength={100}
            required
            data-autofocus
          />
          <NativeSelect
            label={t("Kind")}
            data={Object.entries(KINDS).map(([value, label]) => ({ value, label: tell(label) }))}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as LabelKind)}
            error={faultOf(save.error, "kind")}
          />
          <RuleFields
            business={business}
            rules={rules}
            onChange={setRules}
            error={faultOf(save.error, "rules")}
          />
          {other && (
            <Alert color="red" role="alert" title={t("Not saved")}>
              {other}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {label ? t("Leave it") : t("No label")}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {label ? t("Save") : t("Make the label")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
