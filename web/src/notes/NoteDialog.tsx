import { Alert, Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { LONGEST_NOTE, type Note, refreshNotes, saveNote } from "../api/notes";
import { accountsQuery, meQuery } from "../api/queries";
import { spanProblem } from "../filters/ranges";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorText } from "../ui/ErrorText";
import { platformName } from "../ui/names";

interface Props {
  business: number;
  /** The note that is changed; undefined for a new one. */
  note: Note | undefined;
  day: string;
  onClose: () => void;
}

const WHOLE_BUSINESS = "";

export default function NoteDialog({ business, note, day, onClose }: Props) {
  const [text, setText] = useState(note?.text ?? "");
  const [from, setFrom] = useState(note?.from ?? day);
  const [to, setTo] = useState(note && note.to !== note.from ? note.to : "");
  const [account, setAccount] = useState(note?.account_id ? String(note.account_id) : WHOLE_BUSINESS);
  const [personal, setPersonal] = useState(note?.personal ?? false);
  const accounts = useQuery(accountsQuery(business));
  const me = useQuery(meQuery);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      saveNote(business, note?.note_id, {
        from,
        to: to || from,
        text: text.trim().replace(/\s+/g, " "),
        account_id: account === WHOLE_BUSINESS ? null : Number(account),
        personal,
      }),
    onSuccess: onClose,
    onSettled: () => refreshNotes(client, business),
  });
  const problem = spanProblem(from, to || from);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!problem && text.trim()) save.mutate();
  };

  return (
    <Dialog title={note ? t("Edit the note") : t("Add a note")} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <Textarea
            label={t("Note |one of the reader's")}
            description={t(
              "What happened that the numbers do not tell, such as a campaign or a press release.",
            )}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={LONGEST_NOTE}
            autosize
            minRows={2}
            required
            data-autofocus
          />
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label={t("Day")}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
              error={problem}
              required
            />
            <TextInput
              type="date"
              label={t("Last day, if several")}
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </Group>
          <NativeSelect
            label={t("About |what a note is about")}
            value={account}
            onChange={(event) => setAccount(event.currentTarget.value)}
            data={[
              { value: WHOLE_BUSINESS, label: t("The whole business") },
              ...(accounts.data ?? []).map((one) => ({
                value: String(one.account_id),
                label: `${one.name ?? one.handle} (${platformName(one.platform)})`,
              })),
            ]}
          />
          {(!note || note.author === me.data?.email) && (
            <Checkbox
              label={t("Only I see it")}
              description={t("It stays out of reports, pictures, files and prints.")}
              checked={personal}
              onChange={(event) => setPersonal(event.currentTarget.checked)}
            />
          )}
          {save.isError && (
            <Alert color="red" role="alert" title={t("The note was not saved")}>
              <ErrorText error={save.error} />
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("Cancel")}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={Boolean(problem) || !text.trim()}>
              {t("Save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
