import { Alert, Button, Group, NumberInput, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { allowBudget, healthQuery, type PlatformSpend } from "../api/health";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorText } from "../ui/ErrorText";
import { platformName } from "../ui/names";

interface Props {
  business: number;
  platform: PlatformSpend;
  onClose: () => void;
  onSaid: (sentence: string) => void;
}

const CENTS = 2;

/** What a business allows a platform; an empty field is no limit. */
export function BudgetDialog({ business, platform, onClose, onSaid }: Props) {
  const client = useQueryClient();
  const [calls, setCalls] = useState<number | string>(platform.budget.calls_per_day ?? "");
  const [dollars, setDollars] = useState<number | string>(platform.budget.dollars_per_month ?? "");
  const name = platformName(platform.platform);
  const allow = useMutation({
    mutationFn: () =>
      allowBudget(business, platform.platform, {
        calls_per_day: numberOf(calls),
        dollars_per_month: numberOf(dollars),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: healthQuery(business).queryKey });
      onSaid(t("The limits for {name} are set.", { name }));
      onClose();
    },
  });

  return (
    <Dialog title={t("Limits for {name}", { name })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          allow.mutate();
        }}
      >
        <Stack>
          <NumberInput
            label={t("Calls a day")}
            description={t("Empty: no limit of yours.")}
            value={calls}
            onChange={setCalls}
            min={0}
            allowDecimal={false}
            allowNegative={false}
            thousandSeparator=" "
            hideControls
            data-autofocus
          />
          {(platform.billed || platform.budget.dollars_per_month !== null) && (
            <NumberInput
              label={t("US dollars a month")}
              description={t("Empty: no limit of yours; readings are planned for about $30.")}
              value={dollars}
              onChange={setDollars}
              min={0}
              decimalScale={CENTS}
              allowNegative={false}
              thousandSeparator=" "
              hideControls
            />
          )}
          {allow.isError && (
            <Alert color="red" role="alert" title={t("Not set")}>
              <ErrorText error={allow.error} />
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("Leave them")}
            </Button>
            <Button type="submit" loading={allow.isPending}>
              {t("Set the limits")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function numberOf(value: number | string): number | null {
  return value === "" ? null : Number(value);
}
