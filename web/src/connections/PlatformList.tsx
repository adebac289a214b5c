import { Alert, Button, Code, List, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type ConnectionPlatform, connectionPlatformsQuery } from "../api/connections";
import { ofServer, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ErrorText } from "../ui/ErrorText";
import { Panel } from "../ui/Panel";
import { FieldsDialog } from "./FieldsDialog";
import { useConnect } from "./useConnect";

/** The platforms that one can sign in with, and what it takes where one cannot yet. */
export function PlatformList({ business }: { business: number }) {
  const platforms = useQuery(connectionPlatformsQuery);

  if (platforms.isError) {
    return (
      <ErrorPanel
        what={t("The list of platforms")}
        error={platforms.error}
        retry={() => void platforms.refetch()}
      />
    );
  }
  return (
    <Panel title={t("Connect a platform")}>
      {platforms.isPending ? (
        <Skeleton height={90} radius="md" aria-busy="true" />
      ) : platforms.data.length === 0 ? (
        <Text>
          {t("This server knows no platform to sign in with. Import files on the analytics page instead.")}
        </Text>
      ) : (
        <>
          {platforms.data.some((one) => one.simulated) && (
            <Alert color="yellow" mb="md" data-testid="simulated-platforms">
              {t(
                "These platforms are simulated, as part of the demonstration: they run inside this program, their sign-ins and numbers are made up, and nobody is contacted. Each has one more account to connect.",
              )}
            </Alert>
          )}
          <ul className="tm-platforms">
            {platforms.data.map((one) => (
              <li key={one.login} data-testid={`platform-${one.login}`}>
                {one.ready ? <Ready business={business} platform={one} /> : <NotReady platform={one} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Ready({ business, platform }: { business: number; platform: ConnectionPlatform }) {
  const connect = useConnect(business);
  const [asking, setAsking] = useState(false);
  const asks = platform.fields.length > 0;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {ofServer(platform.title)}
      </Title>
      <Button
        h="auto"
        mih={36}
        py={6}
        styles={{ label: { whiteSpace: "normal" } }}
        loading={connect.isPending || connect.isSuccess}
        onClick={() => (asks ? setAsking(true) : connect.mutate({ login: platform.login }))}
      >
        {t("Connect {platform}", { platform: ofServer(platform.title) })}
      </Button>
      {connect.isError && (
        <Alert color="red" role="alert" title={t("Not connected")}>
          <ErrorText error={connect.error} />
        </Alert>
      )}
      {!platform.simulated && platform.needs_app && platform.scopes.length > 0 && (
        <Registration platform={platform} />
      )}
      {asking && <FieldsDialog business={business} platform={platform} onClose={() => setAsking(false)} />}
    </Stack>
  );
}

function NotReady({ platform }: { platform: ConnectionPlatform }) {
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {ofServer(platform.title)}
      </Title>
      <Text size="sm">
        {platform.needs_app
          ? t("Not set up on this server yet. Whoever runs it registers an app with {platform}, then sets", {
              platform: ofServer(platform.title),
            })
          : t(
              "The platform looks up at this server's address who it is. That address must be public and use https, or be http://127.0.0.1 on the machine itself. Whoever runs the server sets",
            )}
      </Text>
      <List size="sm">
        {platform.missing.map((name) => (
          <List.Item key={name}>
            <Code className="tm-break">{name}</Code>
          </List.Item>
        ))}
      </List>
      <Text size="sm">{t("and starts the server anew.")}</Text>
      {platform.needs_app && <Registration platform={platform} open />}
    </Stack>
  );
}

function Registration({ platform, open }: { platform: ConnectionPlatform; open?: boolean }) {
  return (
    <details className="tm-note" open={open}>
      <summary>{t("What to register with {platform}", { platform: ofServer(platform.title) })}</summary>
      <dl className="tm-register">
        <dt>{t("Redirect address, letter by letter")}</dt>
        <dd>
          <Code className="tm-break">{platform.redirect_uri}</Code>
        </dd>
        <dt>{t("Permissions")}</dt>
        <dd className="tm-break">{platform.scopes.join(", ")}</dd>
      </dl>
    </details>
  );
}
