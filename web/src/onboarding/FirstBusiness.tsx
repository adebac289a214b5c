import { Button, Code, Group, NativeSelect, Select, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { businessesQuery } from "../api/queries";
import { createBusiness } from "../api/settings";
import { HOME } from "../auth/returnTo";
import { faultOf, otherFault } from "../settings/faults";
import { Saved } from "../settings/Saved";
import { ownZone, timeZones, weekdayChoices } from "../settings/zones";
import { rich, t } from "../text/text";

const FIELDS = ["name", "time_zone", "week_start"];

/** Makes a business and opens it: the first step of whoever runs the server. */
export function FirstBusiness() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [zone, setZone] = useState(ownZone);
  const [week, setWeek] = useState("monday");
  const create = useMutation({
    mutationFn: () => createBusiness({ name, time_zone: zone, week_start: week }),
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
        <TextInput
          label={t("Name")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={faultOf(create.error, "name")}
          maxLength={200}
          required
        />
        <Select
          label={t("Time zone")}
          description={t("Where its days begin and end. It can be changed later.")}
          data={timeZones()}
          value={zone}
          onChange={(value) => value && setZone(value)}
          error={faultOf(create.error, "time_zone")}
          nothingFoundMessage={t("No such zone")}
          searchable
          allowDeselect={false}
        />
        <NativeSelect
          label={t("First day of the week")}
          data={weekdayChoices()}
          value={week}
          onChange={(event) => setWeek(event.currentTarget.value)}
          error={faultOf(create.error, "week_start")}
        />
        <Saved error={otherFault(create.error, FIELDS)} done={undefined} />
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
