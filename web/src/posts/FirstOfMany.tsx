import { plural } from "../text/text";

/** On paper, how much of a list is not on it. */
export function FirstOfMany({ shown, total }: { shown: number; total: number }) {
  if (shown >= total) return null;
  return (
    <p className="tm-print-only tm-note">
      {plural(
        total,
        "The first {shown} of {n} post in this order.",
        "The first {shown} of {n} posts in this order.",
        { shown },
      )}
    </p>
  );
}
