import { Alert, Button, Checkbox, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { chooseAccounts, type OfferedAccount, offersQuery } from "../api/connections";
import { refreshBusiness } from "../api/queries";
import { plural, t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ErrorText } from "../ui/ErrorText";
import { platformName } from "../ui/names";
import { firstChoice, isChoosable, offerInWords } from "./words";

interface Props {
  business: number;
  connection: number;
  onClose: () => void;
  onSaid: (sentence: string) => void;
}

/** Which of the accounts that a connection opens are to be collected. */
export function ChooseDialog({ business, connection, onClose, onSaid }: Props) {
  const offers = useQuery(offersQuery(business, connection));
  return (
    <Dialog title={t("Which accounts are to be collected?")} size="lg" onClose={onClose}>
      {offers.isError ? (
        <ErrorPanel what={t("The accounts")} error={offers.error} retry={() => void offers.refetch()} />
      ) : offers.isPending ? (
        <Stack aria-busy="true" aria-label={t("Asking the platform for its accounts")}>
          <Skeleton height={28} />
          <Skeleton height={28} />
        </Stack>
      ) : offers.data.length === 0 ? (
        <Text>
          {t(
            "The platform shows this sign-in no account. Check that you signed in as somebody who manages one, and that you agreed to share it; then sign in again.",
          )}
        </Text>
      ) : (
        <Choice
          business={business}
          connection={connection}
          offers={offers.data}
          onClose={onClose}
          onSaid={onSaid}
        />
      )}
    </Dialog>
  );
}

function Choice({ business, connection, offers, onClose, onSaid }: Props & { offers: OfferedAccount[] }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(() => firstChoice(offers));
  const choose = useMutation({
    mutationFn: () => chooseAccounts(business, connection, chosen),
    onSuccess: async () => {
      onSaid(plural(chosen.length, "{n} account will be collected.", "{n} accounts will be collected."));
      await refreshBusiness(client, business);
      onClose();
    },
  });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        choose.mutate();
      }}
    >
      <Stack>
        <Checkbox.Group value={chosen} onChange={setChosen} label={t("Accounts that the platform offers")}>
          <Stack gap="sm" mt="xs">
            {offers.map((offer) => (
              <Offer key={`${offer.connector} ${offer.external_id}`} offer={offer} />
            ))}
          </Stack>
        </Checkbox.Group>
        {choose.isError && (
          <Alert color="red" role="alert" title={t("Not chosen")}>
            <ErrorText error={choose.error} />
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("Not now")}
          </Button>
          <Button type="submit" loading={choose.isPending} disabled={chosen.length === 0}>
            {chosen.length === 0
              ? t("Collect")
              : plural(chosen.length, "Collect {n} account", "Collect {n} accounts")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Offer({ offer }: { offer: OfferedAccount }) {
  return (
    <Checkbox
      value={offer.external_id}
      label={`${offer.name || offer.handle} (${platformName(offer.platform)} @${offer.handle})`}
      description={offerInWords(offer)}
      disabled={!isChoosable(offer)}
      data-testid="offer"
    />
  );
}
