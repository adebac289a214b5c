import { Alert, Button, Group, Select, Skeleton, Stack, Table, TagsInput, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { accountsQuery, refreshBusiness } from "../api/queries";
import { groupAccount, zoneOfAccount } from "../api/settings";
import type { Account, Business } from "../api/types";
import { CONNECTIONS } from "../auth/returnTo";
import { rich, t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ErrorText } from "../ui/ErrorText";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { timeZones } from "./zones";

/** Groups of accounts, and accounts whose posts count in hours of another zone. */
export function AccountsSection({ business }: { business: Business }) {
  const accounts = useQuery(accountsQuery(business.business_id));
  const [editing, setEditing] = useState<Account>();
  if (accounts.isError) {
    return (
      <ErrorPanel what={t("The accounts")} error={accounts.error} retry={() => void accounts.refetch()} />
    );
  }
  if (accounts.isPending)
    return <Skeleton height={200} role="status" aria-label={t("Loading the accounts")} />;
  const groups = [...new Set(accounts.data.flatMap((account) => account.groups))].sort();
  return (
    <Panel title={t("Accounts")}>
      {accounts.data.length === 0 ? (
        <Text>
          {rich("There are none yet. <link>Connect one</link> or import a file: its account appears here.", {
            link: (inner) => (
              <Link to={CONNECTIONS} search={{ business: business.business_id }} className="tm-link">
                {inner}
              </Link>
            ),
          })}
        </Text>
      ) : (
        <>
          <AccountTable accounts={accounts.data} timeZone={business.time_zone} onEdit={setEditing} />
          <Text className="tm-note" mt="sm">
            {t(
              "Groups narrow every question to some accounts, such as those of a brand or a region. A zone of its own counts hours of posting where the readers are; days stay those of the business.",
            )}
          </Text>
        </>
      )}
      {editing && (
        <AccountDialog
          business={business}
          account={editing}
          groups={groups}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Panel>
  );
}

interface TableProps {
  accounts: Account[];
  timeZone: string;
  onEdit: (account: Account) => void;
}

function AccountTable({ accounts, timeZone, onEdit }: TableProps) {
  return (
    <Table className="tm-stack" verticalSpacing="xs" data-testid="settings-accounts">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("Account")}</Table.Th>
          <Table.Th scope="col">{t("Groups")}</Table.Th>
          <Table.Th scope="col">{t("Hours of")}</Table.Th>
          <Table.Th scope="col">
            <span className="tm-unseen">{t("Change |button")}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {accounts.map((account) => (
          <Table.Tr key={account.account_id}>
            <Table.Th scope="row" fw={400} className="tm-break">
              <div>
                <PlatformLabel platform={account.platform} />
                <div className="tm-note">
                  {account.owned
                    ? account.handle
                    : t("{handle}, an account of others", { handle: account.handle })}
                </div>
              </div>
            </Table.Th>
            <Table.Td data-label={t("Groups")}>{account.groups.join(", ") || "–"}</Table.Td>
            <Table.Td data-label={t("Hours of")}>
              {account.time_zone ?? t("{zone} (the business)", { zone: timeZone })}
            </Table.Td>
            <Table.Td>
              <Button
                size="xs"
                variant="default"
                aria-label={t("Change {handle}", { handle: account.handle })}
                onClick={() => onEdit(account)}
              >
                {t("Change |button")}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface DialogProps {
  business: Business;
  account: Account;
  groups: string[];
  onClose: () => void;
}

const MOST_GROUPS = 20;

function AccountDialog({ business, account, groups, onClose }: DialogProps) {
  const client = useQueryClient();
  const id = business.business_id;
  const [chosen, setChosen] = useState(account.groups);
  const [zone, setZone] = useState(account.time_zone);
  const save = useMutation({
    mutationFn: async () => {
      if (chosen.join("\n") !== account.groups.join("\n")) await groupAccount(id, account.account_id, chosen);
      if (zone !== account.time_zone) await zoneOfAccount(id, account.account_id, zone);
    },
    onSuccess: onClose,
    onSettled: () => refreshBusiness(client, id),
  });
  return (
    <Dialog title={`${account.handle}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <TagsInput
            label={t("Groups")}
            description={t("Press Enter after each.")}
            data={groups}
            value={chosen}
            onChange={setChosen}
            maxTags={MOST_GROUPS}
            acceptValueOnBlur
            data-autofocus
          />
          <Select
            label={t("Zone of its own")}
            description={t("Empty: that of the business.")}
            placeholder={business.time_zone}
            data={timeZones()}
            value={zone}
            onChange={setZone}
            searchable
            clearable
            clearButtonProps={{ "aria-label": t("The zone of the business") }}
          />
          {save.isError && (
            <Alert color="red" role="alert" title={t("Not saved")}>
              <ErrorText error={save.error} />
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("Leave it")}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t("Save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
