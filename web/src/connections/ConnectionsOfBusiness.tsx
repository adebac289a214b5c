import { Alert, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { connectionsQuery } from "../api/connections";
import type { Business } from "../api/types";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ChooseDialog } from "./ChooseDialog";
import { ConnectionCard } from "./ConnectionCard";
import { PlatformList } from "./PlatformList";
import type { ConnectionsSearch } from "./search";
import { problemInWords } from "./words";

interface Props {
  business: Business;
  search: ConnectionsSearch;
  /** Sets what came of a sign-in, or forgets it. */
  onArrival: (arrival: Pick<ConnectionsSearch, "connection" | "problem">) => void;
}

export function ConnectionsOfBusiness({ business, search, onArrival }: Props) {
  const connections = useQuery(connectionsQuery(business.business_id));
  const [said, setSaid] = useState("");

  return (
    <Stack gap="lg">
      {search.problem && (
        <Alert
          color="red"
          role="alert"
          title={t("Not connected")}
          withCloseButton
          closeButtonLabel={t("Dismiss |a message")}
          onClose={() => onArrival({})}
          data-testid="sign-in-problem"
        >
          {problemInWords(search.problem)}
        </Alert>
      )}
      <div className={said ? undefined : "tm-unseen"} role="status">
        {said}
      </div>
      {connections.isError ? (
        <ErrorPanel
          what={t("The connections")}
          error={connections.error}
          retry={() => void connections.refetch()}
        />
      ) : connections.isPending ? (
        <Skeleton height={160} radius="lg" aria-busy="true" />
      ) : connections.data.length === 0 ? (
        <Text data-testid="no-connections">
          {t(
            "Nothing is connected yet. Connect a platform and choose accounts: their numbers are then collected by themselves.",
          )}
        </Text>
      ) : (
        connections.data.map((one) => (
          <ConnectionCard
            key={one.connection_id}
            business={business}
            connection={one}
            onChoose={() => onArrival({ connection: one.connection_id })}
            onSaid={setSaid}
          />
        ))
      )}
      <PlatformList business={business.business_id} />
      {search.connection !== undefined && (
        <ChooseDialog
          key={search.connection}
          business={business.business_id}
          connection={search.connection}
          onClose={() => {
            // Asking the platform may have shown that the sign-in is gone.
            void connections.refetch();
            onArrival({});
          }}
          onSaid={setSaid}
        />
      )}
    </Stack>
  );
}
