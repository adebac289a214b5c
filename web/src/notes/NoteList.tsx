import { Button, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { type Note, refreshNotes, removeNote } from "../api/notes";
import { useCommands } from "../keys/useCommands";
import { rich, t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";
import { About } from "./MarkedNotes";
import { useAccountName } from "./useNotes";

const NoteDialog = lazy(() => import("./NoteDialog"));

interface Props {
  business: number;
  notes: Note[];
  /** The day that a new note is on at first. */
  day: string;
}

/** The notes of a chart in its order, numbered as the chart marks them. */
export function NoteList({ business, notes, day }: Props) {
  const accountName = useAccountName(business);
  const [open, setOpen] = useState<Note | "new">();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (note: Note) => removeNote(business, note.note_id),
    onSettled: () => refreshNotes(client, business),
  });

  useCommands({ note: () => setOpen("new") });

  return (
    <div className="tm-notes">
      {notes.length > 0 && (
        <ol className="tm-notes-list" aria-label={t("Notes")} data-testid="notes">
          {notes.map((note) => (
            <li key={note.note_id}>
              <span className="tm-break">
                <About note={note} accountName={accountName} /> {note.text}
              </span>
              <Group gap={4} wrap="nowrap" className="tm-notes-actions">
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t("Edit the note {text}", { text: note.text })}
                  onClick={() => setOpen(note)}
                >
                  {t("Edit")}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  aria-label={t("Delete the note {text}", { text: note.text })}
                  loading={remove.isPending && remove.variables.note_id === note.note_id}
                  onClick={() => remove.mutate(note)}
                >
                  {t("Delete")}
                </Button>
              </Group>
            </li>
          ))}
        </ol>
      )}
      {remove.isError && (
        <p className="tm-note" role="alert">
          {rich("The note was not deleted. {reason}", { reason: <ErrorText error={remove.error} /> })}
        </p>
      )}
      <Button size="compact-sm" variant="subtle" onClick={() => setOpen("new")} data-testid="add-note">
        {t("Add a note")}
      </Button>
      <Suspense fallback={null}>
        {open && (
          <NoteDialog
            business={business}
            note={open === "new" ? undefined : open}
            day={day}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </div>
  );
}
