import type { Note } from "../api/notes";
import { t } from "../text/text";
import { formatSpan } from "../ui/format";
import { useAccountName } from "./useNotes";

/** The notes that a chart marks, numbered as there. They are written and changed below the trend. */
export function MarkedNotes({ business, notes }: { business: number; notes: Note[] }) {
  return notes.length > 0 && <Listed business={business} notes={notes} />;
}

function Listed({ business, notes }: { business: number; notes: Note[] }) {
  const accountName = useAccountName(business);
  return (
    <ol className="tm-notes-list" aria-label={t("Notes")} data-testid="notes">
      {notes.map((note) => (
        <li key={note.note_id} className="tm-break">
          <About note={note} accountName={accountName} /> {note.text}
        </li>
      ))}
    </ol>
  );
}

interface AboutProps {
  note: Note;
  accountName: (id: number) => string | undefined;
}

/** Which days a note is about, and which account where it is about one alone, and whether nobody else sees it. */
export function About({ note, accountName }: AboutProps) {
  const about = note.account_id === null ? undefined : accountName(note.account_id);
  return (
    <span className="tm-note">
      {formatSpan(note)}
      {about && ` · ${about}`}
      {note.personal && ` · ${t("only you see it")}`}
    </span>
  );
}
