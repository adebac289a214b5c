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
import { spoken } from "../text/said";
import { t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";
import { formatInstant } from "../ui/format";
import { PlatformLabel } from "../ui/PlatformLabel";
import { collectingInWords, moveInWords, repliesInWords } from "./words";

interface Props {
  business: Business;
  connection: Connection;
  onSaid: (sentence: string) => void;
}

/** The accounts that are collected through a connection. */
export function AccountTable({ business, connection, onSaid }: Props) {
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: ({ account, to }: { account: ConnectedAccount; to: Move }) =>
      moveAccount(business.business_id, connection.connection_id, account.account_id, to),
    onSuccess: (_, { account, to }) => onSaid(moveInWords(account.name, to)),
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
    return <Text size="sm">{t("No account is collected through it yet: choose some.")}</Text>;
  }
  return (
    <>
      <Table className="tm-stack" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("Account")}</Table.Th>
            <Table.Th scope="col">{t("Platform")}</Table.Th>
            <Table.Th scope="col">{t("State")}</Table.Th>
            <Table.Th scope="col">{t("Last collected")}</Table.Th>
            <Table.Th scope="col">
              <span className="tm-unseen">{t("Actions")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {connection.accounts.map((one) => (
            <Table.Tr key={one.account_id} data-testid="connected-account">
              <Table.Th scope="row" fw={500} className="tm-break">
                {one.name}
              </Table.Th>
              <Table.Td data-label={t("Platform")}>
                <PlatformLabel platform={one.platform} />
              </Table.Td>
              <Table.Td data-label={t("State")} className="tm-break">
                <div>
                  {collectingInWords(one.status)}
                  {one.said && <div className="tm-note">{spoken(one.said, one.said_said)}</div>}
                  <Replies
                    account={one}
                    busy={replies.isPending}
                    onAsk={(collect) => replies.mutate({ account: one, collect })}
                  />
                </div>
              </Table.Td>
              <Table.Td data-label={t("Last collected")}>
                {one.last_success_at ? formatInstant(one.last_success_at, business.time_zone) : t("Not yet")}
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
        <Alert color="red" role="alert" title={t("Not changed")}>
          <ErrorText error={refusal} />
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
      label={t("Replies too")}
      aria-label={t("Replies too: {name}", { name: account.name })}
      description={
        account.platform === "x" ? t("From now on. X charges for each post that is read.") : t("From now on.")
      }
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
        aria-label={
          paused ? t("Resume {name}", { name: account.name }) : t("Pause {name}", { name: account.name })
        }
        onClick={() => onMove(paused ? "resume" : "pause")}
      >
        {paused ? t("Resume") : t("Pause")}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        aria-label={t("Disconnect {name}", { name: account.name })}
        onClick={() => onMove("disconnect")}
      >
        {t("Disconnect")}
      </Button>
    </Group>
  );
}
