import { Button, Code, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { businessesQuery } from "../api/queries";
import { createBusiness } from "../api/settings";
import { HOME } from "../auth/returnTo";
import { BUSINESS_FIELDS, type BusinessFacts, BusinessFields } from "../settings/BusinessFields";
import { otherFault } from "../settings/faults";
import { Saved } from "../settings/Saved";
import { ownZone } from "../settings/zones";
import { rich, t } from "../text/text";

/** Makes a business and opens it: the first step of whoever runs the server. */
export function FirstBusiness() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [facts, setFacts] = useState<BusinessFacts>(() => ({
    name: "",
    time_zone: ownZone(),
    week_start: "monday",
  }));
  const create = useMutation({
    mutationFn: () => createBusiness(facts),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: businessesQuery.queryKey });
      await navigate({ to: HOME, search: { business: made.business_id } });
    },
  });
  return (
    <form
      data-testid="first-business"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <Stack maw={460}>
        <BusinessFields
          facts={facts}
          onChange={setFacts}
          zoneHint={t("Where its days begin and end. It can be changed later.")}
          error={create.error}
        />
        <Saved error={otherFault(create.error, BUSINESS_FIELDS)} done={undefined} />
        <Group>
          <Button type="submit" loading={create.isPending}>
            {t("Create the business")}
          </Button>
        </Group>
        <Text className="tm-note">
          {rich(
            "Only looking around? <code>tidemark demo</code>, where Tidemark runs, opens a business with made-up numbers beside this one.",
            { code: (inner) => <Code>{inner}</Code> },
          )}
        </Text>
      </Stack>
    </form>
  );
}
