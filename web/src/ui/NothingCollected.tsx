import { Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Business } from "../api/types";
import { CONNECTIONS, HOME } from "../auth/returnTo";
import { Panel } from "./Panel";

/** A page of figures about a business for which nothing was ever collected or imported. */
export function NothingCollected({ business }: { business: Business }) {
  const search = { business: business.business_id };
  return (
    <Panel title={`No numbers for ${business.name} yet`}>
      <Text mb="md" data-testid="nothing-collected">
        Import an analytics file that a platform lets you download, or connect an account and have it
        collected from now on.
      </Text>
      <Group gap="sm">
        <Button renderRoot={(props) => <Link to={HOME} search={search} {...props} />}>Import a file</Button>
        <Button
          variant="default"
          renderRoot={(props) => <Link to={CONNECTIONS} search={search} {...props} />}
        >
          Connect an account
        </Button>
      </Group>
    </Panel>
  );
}
