import { Button, Group, Skeleton, Table, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refreshBusiness } from "../api/queries";
import { type Label, labelDetailsQuery, removeLabel } from "../api/settings";
import type { Business } from "../api/types";
import { ErrorPanel } from "../ui/ErrorPanel";
import { countOf, formatCount } from "../ui/format";
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
    <Panel title="Labels" actions={<Button onClick={() => setEditing("new")}>New label</Button>}>
      {labels.isError ? (
        <ErrorPanel what="The labels" error={labels.error} retry={() => void labels.refetch()} />
      ) : labels.isPending ? (
        <Skeleton height={160} role="status" aria-label="Loading the labels" />
      ) : labels.data.length === 0 ? (
        <Text>
          No labels yet. A label says to which campaign, content pillar, product or market posts belong, so
          that you can see how each of them does. Rules give it to posts by themselves.
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
          title={`Delete the label “${removing.name}”?`}
          does="Delete the label"
          keeps="Keep it"
          act={() =>
            removeLabel(business.business_id, removing.label_id).finally(() =>
              refreshBusiness(client, business.business_id),
            )
          }
          onClose={() => setRemoving(undefined)}
        >
          <Text>
            {countOf(removing.posts.total, "post loses", "posts lose")} it, and its rules are forgotten. The
            posts themselves stay. What was chosen by hand cannot be brought back.
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
          <Table.Th scope="col">Label</Table.Th>
          <Table.Th scope="col">Kind</Table.Th>
          <Table.Th scope="col">Given to posts with</Table.Th>
          <Table.Th scope="col" className="tm-number">
            Posts
          </Table.Th>
          <Table.Th scope="col">
            <span className="tm-unseen">Change</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {labels.map((label) => (
          <Table.Tr key={label.label_id} data-testid={`label-${label.label_id}`}>
            <Table.Th scope="row" className="tm-break">
              {label.name}
            </Table.Th>
            <Table.Td data-label="Kind">{KINDS[label.kind]}</Table.Td>
            <Table.Td data-label="Given to posts with" className="tm-break">
              {label.rules.length === 0 ? "by hand" : label.rules.map(ruleInWords).join(", ")}
            </Table.Td>
            <Table.Td data-label="Posts" className="tm-number">
              {formatCount(label.posts.total)}
            </Table.Td>
            <Table.Td>
              <Group gap="xs" wrap="nowrap" justify="flex-end">
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Change the label ${label.name}`}
                  onClick={() => onEdit(label)}
                >
                  Change
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Delete the label ${label.name}`}
                  onClick={() => onRemove(label)}
                >
                  Delete
                </Button>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
