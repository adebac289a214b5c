import { Alert, Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { AccountHealth } from "../api/health";
import type { Business } from "../api/types";
import { CONNECTIONS } from "../auth/returnTo";
import { useConnect } from "../connections/useConnect";
import { t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";
import { formatInstant } from "../ui/format";
import { platformName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { AccountFacts } from "./AccountFacts";
import { GapCalendar } from "./GapCalendar";
import { Caveats, MissingMetrics } from "./MissingMetrics";
import { SyncHistory } from "./SyncHistory";
import { adviceInWords, problemInWords, stateLook, stateTitle, wantsSignIn } from "./words";

interface Props {
  business: Business;
  account: AccountHealth;
  /** When the server said all this. */
  now: string;
}

const BADGE = { good: " tm-badge-good", bad: " tm-badge-bad", quiet: "" } as const;

/** How the collection of an account does, and what to do about it. */
export function AccountCard({ business, account, now }: Props) {
  const [history, setHistory] = useState(false);
  const { state } = account.condition;
  // Accounts of one business often have the same name on all platforms.
  const name = `${platformName(account.platform)}: ${account.name || account.handle}`;

  return (
    <Panel
      title={name}
      actions={<span className={`tm-badge${BADGE[stateLook(state)]}`}>{stateTitle(state)}</span>}
    >
      <div data-testid="account-health">
        <Text size="sm" c="dimmed" mb="sm" component="div" className="tm-break">
          <PlatformLabel platform={account.platform} /> @{account.handle}
        </Text>
        <Trouble account={account} zone={business.time_zone} />
        <div className="tm-health">
          <div>
            <AccountFacts account={account} zone={business.time_zone} now={now} />
            <Actions business={business.business_id} account={account}>
              <Button
                size="xs"
                variant="default"
                aria-expanded={history}
                aria-label={t("Sync history of {name}", { name })}
                onClick={() => setHistory(!history)}
              >
                {t("Sync history")}
              </Button>
            </Actions>
          </div>
          <GapCalendar calendar={account.calendar} of={name} weekStart={business.week_start} />
        </div>
        <MissingMetrics missing={account.missing} zone={business.time_zone} />
        <Caveats caveats={account.caveats} />
        {history && <SyncHistory business={business} account={account.account_id} of={name} />}
      </div>
    </Panel>
  );
}

function Trouble({ account, zone }: { account: AccountHealth; zone: string }) {
  const { state, problem, since } = account.condition;
  if (problem === null) return null;
  const bad = stateLook(state) === "bad";
  return (
    <Alert
      color={state === "ends_soon" ? "yellow" : bad ? "red" : "gray"}
      mb="sm"
      title={problemInWords(account.condition)}
    >
      <Text size="sm">
        {since && `${t("Since {time}.", { time: formatInstant(since, zone) })} `}
        {adviceInWords(account.condition)}
      </Text>
    </Alert>
  );
}

interface ActionsProps {
  business: number;
  account: AccountHealth;
  children: ReactNode;
}

function Actions({ business, account, children }: ActionsProps) {
  const again = useConnect(business);
  const { connection_id: connection, login } = account;
  const left = account.condition.state === "disconnected" || connection === null || login === null;
  return (
    <>
      <Group gap="sm" mt="md">
        {left ? (
          <Link
            to={CONNECTIONS}
            search={connection === null ? { business } : { business, connection }}
            className="tm-link"
          >
            {connection === null ? t("To the connections") : t("Choose it again")}
          </Link>
        ) : (
          <Button
            size="xs"
            variant={wantsSignIn(account) ? "filled" : "default"}
            aria-label={t("Sign in again for {name}", { name: account.name || account.handle })}
            loading={again.isPending || again.isSuccess}
            onClick={() => again.mutate({ login, again: connection })}
          >
            {t("Sign in again")}
          </Button>
        )}
        {account.condition.state === "paused" && (
          <Link to={CONNECTIONS} search={{ business }} className="tm-link">
            {t("Resume it")}
          </Link>
        )}
        {children}
      </Group>
      {again.isError && (
        <Alert color="red" role="alert" mt="sm" title={t("Not signed in")}>
          <ErrorText error={again.error} />
        </Alert>
      )}
    </>
  );
}
