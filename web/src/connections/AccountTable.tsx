import { Alert, Button, Group, Table, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type ConnectedAccount,
  type Connection,
  connectionsQuery,
  type Move,
  moveAccount,
} from "../api/connections";
import type { Business } from "../api/types";
import { formatInstant } from "../ui/format";
import { PlatformLabel } from "../ui/PlatformLabel";
import { collectingInWords } from "./words";

interface Props {
  business: Business;
  connection: Connection;
  onSaid: (sentence: string) => void;
}

const DONE: Record<Move, string> = {
  pause: "is paused",
  resume: "is collected again",
  disconnect: "is not collected any more",
};

/** The accounts that are collected through a connection. */
export function AccountTable({ business, connection, onSaid }: Props) {
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: ({ account, to }: { account: ConnectedAccount; to: Move }) =>
      moveAccount(business.business_id, connection.connection_id, account.account_id, to),
    onSuccess: (_, { account, to }) => onSaid(`${account.name} ${DONE[to]}.`),
    // After a refusal as well: somebody else may have been faster, and the list should say so.
    onSettled: () => client.invalidateQueries({ queryKey: connectionsQuery(business.business_id).queryKey }),
  });

  if (connection.accounts.length === 0) {
    return <Text size="sm">No account is collected through it yet: choose some.</Text>;
  }
  return (
    <>
      <Table className="tm-stack" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Account</Table.Th>
            <Table.Th scope="col">Platform</Table.Th>
            <Table.Th scope="col">State</Table.Th>
            <Table.Th scope="col">Last collected</Table.Th>
            <Table.Th scope="col">
              <span className="tm-unseen">Actions</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {connection.accounts.map((one) => (
            <Table.Tr key={one.account_id} data-testid="connected-account">
              <Table.Th scope="row" fw={500} className="tm-break">
                {one.name}
              </Table.Th>
              <Table.Td data-label="Platform">
                <PlatformLabel platform={one.platform} />
              </Table.Td>
              <Table.Td data-label="State" className="tm-break">
                {collectingInWords(one.status)}
                {one.said && <div className="tm-note">{one.said}</div>}
              </Table.Td>
              <Table.Td data-label="Last collected">
                {one.last_success_at ? formatInstant(one.last_success_at, business.time_zone) : "Not yet"}
              </Table.Td>
              <Table.Td data-label="">
                <Actions
                  account={one}
                  busy={move.isPending}
                  onMove={(to) => move.mutate({ account: one, to })}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {move.isError && (
        <Alert color="red" role="alert" title="Not changed">
          {move.error.message}
        </Alert>
      )}
    </>
  );
}

interface ActionsProps {
  account: ConnectedAccount;
  busy: boolean;
  onMove: (to: Move) => void;
}

function Actions({ account, busy, onMove }: ActionsProps) {
  if (account.status === "disconnected") return null;
  const paused = account.status === "paused";
  return (
    <Group gap="xs" justify="flex-end">
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        aria-label={`${paused ? "Resume" : "Pause"} ${account.name}`}
        onClick={() => onMove(paused ? "resume" : "pause")}
      >
        {paused ? "Resume" : "Pause"}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        aria-label={`Disconnect ${account.name}`}
        onClick={() => onMove("disconnect")}
      >
        Disconnect
      </Button>
    </Group>
  );
}
