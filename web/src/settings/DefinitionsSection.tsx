import { Button, Group, NativeSelect, Radio, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { accountsQuery, refreshEverything } from "../api/queries";
import type { Schemas } from "../api/schemas";
import { changeBusiness } from "../api/settings";
import type { Business, Platform } from "../api/types";
import { METHODS } from "../auth/returnTo";
import { t } from "../text/text";
import { figureName, platformName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { otherFault } from "./faults";
import { Saved } from "./Saved";
import { DENOMINATORS, USUAL_DENOMINATOR } from "./words";

type Denominator = Schemas["Denominator"];

const USUAL = "";

/** What engagement is, and by what its rate is divided. */
export function DefinitionsSection({ business }: { business: Business }) {
  const client = useQueryClient();
  const accounts = useQuery(accountsQuery(business.business_id));
  const [engagement, setEngagement] = useState(business.engagement);
  const [rateBy, setRateBy] = useState<Partial<Record<Platform, Denominator | typeof USUAL>>>(business.er_by);
  const platforms = [
    ...new Set([
      ...(accounts.data ?? []).map(({ platform }) => platform),
      ...(Object.keys(business.er_by) as Platform[]),
    ]),
  ];
  const save = useMutation({
    mutationFn: () =>
      changeBusiness(business.business_id, {
        engagement,
        er_by: Object.fromEntries(platforms.map((platform) => [platform, rateBy[platform] || null])),
      }),
    onSuccess: () => refreshEverything(client),
  });
  const changed =
    engagement !== business.engagement ||
    platforms.some((platform) => (rateBy[platform] ?? USUAL) !== (business.er_by[platform] ?? USUAL));

  return (
    <Panel title={t("Definitions")}>
      <form
        data-testid="settings-definitions"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <Radio.Group
            label={t("Engagement")}
            description={t(
              "Holds wherever engagement or its rate is shown, now and for all past periods, unless a question says otherwise.",
            )}
            value={engagement}
            onChange={(value) => setEngagement(value as Business["engagement"])}
          >
            <Stack gap="xs" mt="xs">
              <Radio
                value="public"
                label={t("What everybody can see")}
                description={t(
                  "engagement/1: reactions or likes, comments, shares, reposts, quotes, saves. No clicks.",
                )}
              />
              <Radio
                value="with_clicks"
                label={t("With clicks")}
                description={t(
                  "engagement_with_clicks/1: the same and clicks. Larger where clicks are counted, and not to be compared with figures that leave them out.",
                )}
              />
            </Stack>
          </Radio.Group>
          {platforms.length > 0 && (
            <fieldset className="tm-settings-fieldset">
              <legend>{t("Engagement rate is divided by")}</legend>
              <Text className="tm-note" mb="sm">
                {t(
                  "engagement_rate/1: engagement divided by one figure for each platform, always the same one. A rate over several platforms covers those that are divided by the same figure.",
                )}
              </Text>
              <div className="tm-fields">
                {platforms.map((platform) => (
                  <NativeSelect
                    key={platform}
                    label={platformName(platform)}
                    data={[
                      {
                        value: USUAL,
                        label: t("As shipped: {metric}", { metric: figureName(USUAL_DENOMINATOR[platform]) }),
                      },
                      ...DENOMINATORS.map((value) => ({ value, label: figureName(value) })),
                    ]}
                    value={rateBy[platform] ?? USUAL}
                    onChange={(event) => {
                      const value = event.currentTarget.value as Denominator | typeof USUAL;
                      setRateBy((now) => ({ ...now, [platform]: value }));
                    }}
                  />
                ))}
              </div>
            </fieldset>
          )}
          <Saved
            error={otherFault(save.error, [])}
            done={save.isSuccess && !changed ? t("Saved.") : undefined}
          />
          <Group>
            <Button type="submit" disabled={!changed} loading={save.isPending}>
              {t("Save")}
            </Button>
            <Link to={METHODS} className="tm-link">
              {t("How everything is reckoned")}
            </Link>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
