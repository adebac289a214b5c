import { Alert, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { healthQuery } from "../api/health";
import { HEALTH } from "../auth/returnTo";
import { t } from "../text/text";
import { warningOf } from "./words";

/** Says so while somebody should sign in with a platform; nothing else. */
export function HealthBanner({ business }: { business: number }) {
  const health = useQuery(healthQuery(business));
  const warning = health.data && warningOf(health.data.accounts);
  if (!warning) return null;
  return (
    <Alert color={warning.color} mb="md" title={t("A sign-in is needed")} data-testid="health-banner">
      <Text size="sm" className="tm-break">
        {warning.text}{" "}
        <Link to={HEALTH} search={{ business }} className="tm-link">
          {t("See the data health")}
        </Link>
      </Text>
    </Alert>
  );
}
