import "../styles/share.css";
import { Alert, Button, Checkbox, Group, NativeSelect, PasswordInput, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { makeShare, type SharedPage, sharesQuery } from "../api/shares";
import type { Business } from "../api/types";
import { msg, rich, t, tell } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorText } from "../ui/ErrorText";
import { MadeLink } from "./MadeLink";
import { ShareList } from "./ShareList";
import { type SharedView, searchOf } from "./search";
import { PAGES, scopeInWords } from "./words";

interface Props {
  business: Business;
  page: SharedPage;
  view: SharedView;
  report?: number;
  onClose: () => void;
}

const LIVES = [
  { value: "7", label: msg("7 days") },
  { value: "30", label: msg("30 days") },
  { value: "90", label: msg("90 days") },
  { value: "365", label: msg("A year") },
];
const USUAL_LIFE = "30";

/** Makes a link to what the page shows now, and lists those that were made. */
export function ShareDialog({ business, page, view, report, onClose }: Props) {
  const client = useQueryClient();
  const [days, setDays] = useState(USUAL_LIFE);
  const [password, setPassword] = useState("");
  const [frozen, setFrozen] = useState(false);
  const search = report === undefined ? searchOf(page, view) : `report=${report}`;
  const make = useMutation({
    mutationFn: () =>
      makeShare(business.business_id, {
        page,
        days: Number(days),
        password: password || undefined,
        ...(report === undefined ? { search: search || undefined, frozen } : { report_id: report }),
      }),
    onSuccess: async () => {
      setPassword("");
      await client.invalidateQueries({ queryKey: sharesQuery(business.business_id).queryKey });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };

  return (
    <Dialog title={t("Share “{page}”", { page: tell(PAGES[page]) })} onClose={onClose} size="lg">
      <Stack>
        <Text size="sm">
          {rich(
            "Whoever holds the link sees this page of {name}, and nothing else: <scope>{what}</scope>. They can change nothing, and need no account.",
            {
              name: business.name,
              what: scopeInWords(page, search),
              scope: (inner) => <strong data-testid="share-scope">{inner}</strong>,
            },
          )}
        </Text>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Group grow align="flex-start">
              <NativeSelect
                label={t("Ends after")}
                data={LIVES.map(({ value, label }) => ({ value, label: tell(label) }))}
                value={days}
                onChange={(event) => setDays(event.currentTarget.value)}
              />
              <PasswordInput
                label={t("Password")}
                description={t("Empty for none; else at least 10 characters.")}
                inputWrapperOrder={["label", "input", "description", "error"]}
                autoComplete="new-password"
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
            </Group>
            {report === undefined && (
              <Checkbox
                label={t("Keep the numbers as they are now")}
                description={t("Otherwise the link always shows what is known on the day it is opened.")}
                checked={frozen}
                onChange={(event) => setFrozen(event.currentTarget.checked)}
              />
            )}
            {make.isError && (
              <Alert color="red" role="alert" title={t("No link was made")}>
                <ErrorText error={make.error} />
              </Alert>
            )}
            <Group justify="flex-end">
              <Button type="submit" loading={make.isPending}>
                {t("Make a link")}
              </Button>
            </Group>
          </Stack>
        </form>
        <div aria-live="polite">{make.data && <MadeLink key={make.data.link} link={make.data.link} />}</div>
        <ShareList business={business} />
      </Stack>
    </Dialog>
  );
}
