import { address } from "../api/client";
import type { Question } from "./take";

/** Where the reader's own token goes: a secret never stands in what is copied. */
const TOKEN = "$TIDEMARK_TOKEN";

/** The call of the API that a panel shows the answer of, for a shell. */
export function curlText(origin: string, question: Question): string {
  const url = origin + address(question.path, question.params);
  return `curl -H "Authorization: Bearer ${TOKEN}" ${quoted(url)}`;
}

/** Nothing is special between single quotes but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
