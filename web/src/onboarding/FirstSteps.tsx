import { Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ConnectedAccount, connectionsQuery } from "../api/connections";
import type { Business } from "../api/types";
import { CONNECTIONS, HEALTH } from "../auth/returnTo";
import { plural, rich, t } from "../text/text";

/** A business of which nothing is known yet: what is on its way, or the two ways to begin. */
export function FirstSteps({ business, onImport }: { business: Business; onImport: () => void }) {
  const connections = useQuery(connectionsQuery(business.business_id));
  const accounts = (connections.data ?? []).flatMap((connection) => connection.accounts);
  const collecting = accounts.filter(isCollected);
  const search = { business: business.business_id };
  return (
    <section className="tm-panel" data-testid="no-data">
      <Title order={2} size="h4" mb={6}>
        {t("No numbers for {name} yet", { name: business.name })}
      </Title>
      {collecting.length > 0 ? (
        <Coming business={business} count={collecting.length} />
      ) : (
        <>
          <Text mb="md">
            {t("There are two ways to begin, and each takes a minute. They go together well.")}
          </Text>
          <div className="tm-steps">
            <div>
              <Title order={3} size="h5" mb={4}>
                {t("Import a file")}
              </Title>
              <Text mb="sm">
                {t(
                  "Download an analytics file from a platform and hand it over. Tidemark recognises what it is, shows what it would bring and says what became of every row. No approval is needed.",
                )}
              </Text>
              <Button onClick={onImport}>{t("Import a file")}</Button>
            </div>
            <div>
              <Title order={3} size="h5" mb={4}>
                {t("Connect an account")}
              </Title>
              <Text mb="sm">
                {t(
                  "Sign in with a platform, and its numbers are collected from then on, with its earlier posts.",
                )}
                {connections.data &&
                  connections.data.length > 0 &&
                  ` ${t("You are signed in: choose accounts.")}`}
              </Text>
              <Button
                variant="default"
                renderRoot={(props) => <Link to={CONNECTIONS} search={search} {...props} />}
              >
                {t("Connect an account")}
              </Button>
            </div>
          </div>
        </>
      )}
    </section>
  );
}

function Coming({ business, count }: { business: Business; count: number }) {
  return (
    <Text role="status">
      {plural(
        count,
        "{n} account is being read for the first time.",
        "{n} accounts are being read for the first time.",
      )}{" "}
      {rich("What is found appears here by itself; <link>how far it is</link>.", {
        link: (inner) => (
          <Link to={HEALTH} search={{ business: business.business_id }} className="tm-link">
            {inner}
          </Link>
        ),
      })}
    </Text>
  );
}

function isCollected(account: ConnectedAccount): boolean {
  return account.status === "collecting";
}
