import { Button, Group, Skeleton, Table, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refreshBusiness } from "../api/queries";
import { type Label, labelDetailsQuery, removeLabel } from "../api/settings";
import type { Business } from "../api/types";
import { plural, t, tell } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatCount } from "../ui/format";
import { Panel } from "../ui/Panel";
import { Confirm } from "./Confirm";
import { LabelDialog } from "./LabelDialog";
import { KINDS, ruleInWords } from "./words";

/** Labels of posts and the rules by which posts get them. */
export function LabelsSection({ business }: { business: Business }) {
  const client = useQueryClient();
  const labels = useQuery(labelDetailsQuery(business.business_id));
  const [editing, setEditing] = useState<Label | "new">();
  const [removing, setRemoving] = useState<Label>();
  return (
    <Panel title={t("Labels")} actions={<Button onClick={() => setEditing("new")}>{t("New label")}</Button>}>
      {labels.isError ? (
        <ErrorPanel what={t("The labels")} error={labels.error} retry={() => void labels.refetch()} />
      ) : labels.isPending ? (
        <Skeleton height={160} role="status" aria-label={t("Loading the labels")} />
      ) : labels.data.length === 0 ? (
        <Text>
          {t(
            "No labels yet. A label says to which campaign, content pillar, product or market posts belong, so that you can see how each of them does. Rules give it to posts by themselves.",
          )}
        </Text>
      ) : (
        <LabelTable labels={labels.data} onEdit={setEditing} onRemove={setRemoving} />
      )}
      {editing && (
        <LabelDialog
          business={business.business_id}
          label={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && (
        <Confirm
          title={t("Delete the label “{name}”?", { name: removing.name })}
          does={t("Delete the label")}
          keeps={t("Keep it")}
          act={() =>
            removeLabel(business.business_id, removing.label_id).finally(() =>
              refreshBusiness(client, business.business_id),
            )
          }
          onClose={() => setRemoving(undefined)}
        >
          <Text>
            {plural(
              removing.posts.total,
              "{n} post loses it, and its rules are forgotten. The posts themselves stay. What was chosen by hand cannot be brought back.",
              "{n} posts lose it, and its rules are forgotten. The posts themselves stay. What was chosen by hand cannot be brought back.",
            )}
          </Text>
        </Confirm>
      )}
    </Panel>
  );
}

interface TableProps {
  labels: Label[];
  onEdit: (label: Label) => void;
  onRemove: (label: Label) => void;
}

function LabelTable({ labels, onEdit, onRemove }: TableProps) {
  return (
    <Table className="tm-stack" verticalSpacing="xs" data-testid="labels-table">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("Label")}</Table.Th>
          <Table.Th scope="col">{t("Kind")}</Table.Th>
          <Table.Th scope="col">{t("Given to posts with")}</Table.Th>
          <Table.Th scope="col" className="tm-number">
            {t("Posts")}
          </Table.Th>
          <Table.Th scope="col">
            <span className="tm-unseen">{t("Change |button")}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {labels.map((label) => (
          <Table.Tr key={label.label_id} data-testid={`label-${label.label_id}`}>
            <Table.Th scope="row" className="tm-break">
              {label.name}
            </Table.Th>
            <Table.Td data-label={t("Kind")}>{tell(KINDS[label.kind])}</Table.Td>
            <Table.Td data-label={t("Given to posts with")} className="tm-break">
              {label.rules.length === 0 ? t("by hand") : label.rules.map(ruleInWords).join(", ")}
            </Table.Td>
            <Table.Td data-label={t("Posts")} className="tm-number">
              {formatCount(label.posts.total)}
            </Table.Td>
            <Table.Td>
              <Group gap="xs" wrap="nowrap" justify="flex-end">
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t("Change the label {name}", { name: label.name })}
                  onClick={() => onEdit(label)}
                >
                  {t("Change |button")}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t("Delete the label {name}", { name: label.name })}
                  onClick={() => onRemove(label)}
                >
                  {t("Delete")}
                </Button>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
