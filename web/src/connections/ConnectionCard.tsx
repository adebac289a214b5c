import { Alert, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Connection, connectionPlatformsQuery } from "../api/connections";
import type { Business } from "../api/types";
import { spoken } from "../text/said";
import { ofServer, t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";
import { formatInstant } from "../ui/format";
import { Panel } from "../ui/Panel";
import { AccountTable } from "./AccountTable";
import { FieldsDialog } from "./FieldsDialog";
import { RemoveDialog } from "./RemoveDialog";
import { useConnect } from "./useConnect";
import { adviceInWords, statusInWords, type Urgency, urgencyOf } from "./words";

interface Props {
  business: Business;
  connection: Connection;
  onChoose: () => void;
  onSaid: (sentence: string) => void;
}

const COLOR: Record<Exclude<Urgency, "none">, string> = { notice: "blue", soon: "yellow", now: "red" };

export function ConnectionCard({ business, connection, onChoose, onSaid }: Props) {
  const again = useConnect(business.business_id);
  const platforms = useQuery(connectionPlatformsQuery);
  const platform = platforms.data?.find((one) => one.login === connection.login);
  const [asking, setAsking] = useState(false);
  const [removing, setRemoving] = useState(false);
  const urgency = urgencyOf(connection);
  const until = connection.ends_at && formatInstant(connection.ends_at, business.time_zone);

  return (
    <Panel title={connection.title}>
      <div data-testid="connection">
        <Text size="sm" c="dimmed" mb="sm" className="tm-break">
          {ofServer(connection.login_title)} · {statusInWords(connection.status)}
          {until && connection.status !== "sign_in_again" && ` · ${t("until {time}", { time: until })}`}
        </Text>
        {urgency !== "none" && (
          <Alert color={COLOR[urgency]} mb="sm" title={adviceInWords(connection)} data-testid="warning">
            {connection.said && (
              <Text size="sm" className="tm-break">
                {spoken(connection.said, connection.said_said)}
              </Text>
            )}
          </Alert>
        )}
        <AccountTable business={business} connection={connection} onSaid={onSaid} />
        <Group gap="sm" mt="sm">
          <Button
            size="xs"
            variant="default"
            onClick={onChoose}
            disabled={connection.status === "sign_in_again"}
          >
            {t("Choose accounts")}
          </Button>
          <Button
            size="xs"
            variant={urgency === "none" ? "default" : "filled"}
            loading={again.isPending || again.isSuccess}
            onClick={() =>
              platform && platform.fields.length > 0
                ? setAsking(true)
                : again.mutate({ login: connection.login, again: connection.connection_id })
            }
          >
            {t("Sign in again")}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={t("Remove the connection {title}", { title: connection.title })}
            onClick={() => setRemoving(true)}
          >
            {t("Remove")}
          </Button>
        </Group>
        {again.isError && (
          <Alert color="red" role="alert" mt="sm" title={t("Not signed in")}>
            <ErrorText error={again.error} />
          </Alert>
        )}
      </div>
      {asking && platform && (
        <FieldsDialog
          business={business.business_id}
          platform={platform}
          again={connection.connection_id}
          onClose={() => setAsking(false)}
        />
      )}
      {removing && (
        <RemoveDialog
          business={business.business_id}
          connection={connection}
          onClose={() => setRemoving(false)}
          onRemoved={() => onSaid(t("The connection {title} was removed.", { title: connection.title }))}
        />
      )}
    </Panel>
  );
}
