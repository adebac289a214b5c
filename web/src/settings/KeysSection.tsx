import { Button, Code, Skeleton, Table, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ApiKey, keysQuery, revokeKey } from "../api/settings";
import type { Business } from "../api/types";
import { t, tell } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { Panel } from "../ui/Panel";
import { Confirm } from "./Confirm";
import { KeyForm } from "./KeyForm";
import { SecretOnce } from "./SecretOnce";
import { keyState, SCOPES } from "./words";

/** The keys with which programs call for the business. */
export function KeysSection({ business }: { business: Business }) {
  const client = useQueryClient();
  const keys = useQuery(keysQuery(business.business_id));
  const [secret, setSecret] = useState<string>();
  const [ending, setEnding] = useState<ApiKey>();
  const again = () => client.invalidateQueries({ queryKey: keysQuery(business.business_id).queryKey });
  return (
    <>
      <Panel title={t("New key")}>
        <KeyForm
          business={business.business_id}
          onMade={(made) => {
            setSecret(made);
            void again();
          }}
        />
      </Panel>
      <Panel title={t("Keys")}>
        {keys.isError ? (
          <ErrorPanel what={t("The keys")} error={keys.error} retry={() => void keys.refetch()} />
        ) : keys.isPending ? (
          <Skeleton height={120} role="status" aria-label={t("Loading the keys")} />
        ) : keys.data.length === 0 ? (
          <Text className="tm-note">{t("No program has a key to this business.")}</Text>
        ) : (
          <KeyTable keys={keys.data} timeZone={business.time_zone} onEnd={setEnding} />
        )}
      </Panel>
      {secret && (
        <SecretOnce
          title={t("The key")}
          about={t("Send it in the header “Authorization: Bearer …”. It opens this business and no other.")}
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
      {ending && (
        <Confirm
          title={t("End the key “{name}”?", { name: ending.name })}
          does={t("End the key")}
          keeps={t("Keep it")}
          act={() => revokeKey(business.business_id, ending.key_id).finally(again)}
          onClose={() => setEnding(undefined)}
        >
          <Text>{t("Programs that use it are refused from now on. It cannot be made good again.")}</Text>
        </Confirm>
      )}
    </>
  );
}

interface TableProps {
  keys: ApiKey[];
  timeZone: string;
  onEnd: (key: ApiKey) => void;
}

function KeyTable({ keys, timeZone, onEnd }: TableProps) {
  return (
    <Table className="tm-stack" verticalSpacing="xs" data-testid="keys-table">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("Name")}</Table.Th>
          <Table.Th scope="col">{t("Begins with")}</Table.Th>
          <Table.Th scope="col">{t("May")}</Table.Th>
          <Table.Th scope="col">{t("State")}</Table.Th>
          <Table.Th scope="col">
            <span className="tm-unseen">{t("End")}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {keys.map((key) => (
          <Table.Tr key={key.key_id} data-testid={`key-${key.key_id}`}>
            <Table.Th scope="row" className="tm-break">
              <div>
                {key.name}
                <div className="tm-note">{t("by {name}", { name: key.made_by })}</div>
              </div>
            </Table.Th>
            <Table.Td data-label={t("Begins with")}>
              <Code>{key.beginning}…</Code>
            </Table.Td>
            <Table.Td data-label={t("May")}>{tell(SCOPES[key.scope].label)}</Table.Td>
            <Table.Td data-label={t("State")}>{keyState(key, timeZone)}</Table.Td>
            <Table.Td>
              {key.state === "good" && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t("End the key {name}", { name: key.name })}
                  onClick={() => onEnd(key)}
                >
                  {t("End")}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
