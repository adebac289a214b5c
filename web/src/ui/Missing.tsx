import { DASH } from "./format";

/** What stands in place of a number that nobody knows: never 0, always with the reason. */
export function Missing({ why }: { why: string }) {
  return (
    <span className="tm-note">
      <span aria-hidden="true">{DASH} </span>
      {why}
    </span>
  );
}
