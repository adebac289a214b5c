import { Alert, Button, Checkbox, Group, Table, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type ConnectedAccount,
  type Connection,
  collectReplies,
  connectionsQuery,
  type Move,
  moveAccount,
} from "../api/connections";
import type { Business } from "../api/types";
import { formatInstant } from "../ui/format";
import { PlatformLabel } from "../ui/PlatformLabel";
import { collectingInWords, repliesInWords } from "./words";

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

  const replies = useMutation({
    mutationFn: ({ account, collect }: { account: ConnectedAccount; collect: boolean }) =>
      collectReplies(business.business_id, connection.connection_id, account.account_id, collect),
    onSuccess: (_, { account, collect }) => onSaid(repliesInWords(account.name, collect)),
    onSettled: () => client.invalidateQueries({ queryKey: connectionsQuery(business.business_id).queryKey }),
  });
  const refusal = move.error ?? replies.error;

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
                <div>
                  {collectingInWords(one.status)}
                  {one.said && <div className="tm-note">{one.said}</div>}
                  <Replies
                    account={one}
                    busy={replies.isPending}
                    onAsk={(collect) => replies.mutate({ account: one, collect })}
                  />
                </div>
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
      {refusal && (
        <Alert color="red" role="alert" title="Not changed">
          {refusal.message}
        </Alert>
      )}
    </>
  );
}

interface RepliesProps {
  account: ConnectedAccount;
  busy: boolean;
  onAsk: (collect: boolean) => void;
}

/** Nothing where the platform lists no replies. */
function Replies({ account, busy, onAsk }: RepliesProps) {
  if (account.replies === null || account.status === "disconnected") return null;
  return (
    <Checkbox
      mt="xs"
      size="xs"
      label="Replies too"
      aria-label={`Replies too: ${account.name}`}
      description="From now on. The platform may charge for each post that is read: X does."
      checked={account.replies}
      disabled={busy}
      onChange={(event) => onAsk(event.currentTarget.checked)}
    />
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
