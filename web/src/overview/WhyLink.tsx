import { Link } from "@tanstack/react-router";
import { EXPLAINED, type Explained } from "../api/why";
import { WHY } from "../auth/returnTo";
import { useView } from "../filters/useView";
import { useVisit } from "../share/visit";

/** From a figure to what its change is made of, where that can be told. */
export function WhyLink({ name }: { name: string }) {
  const [view] = useView();
  const visit = useVisit();
  const explain = (Object.keys(EXPLAINED) as Explained[]).find((one) => one === name);
  if (!explain || visit) return null;
  const { metric: _metric, ...rest } = view;
  return (
    <Link
      to={WHY}
      search={{ ...rest, explain }}
      className="tm-link tm-note"
      aria-label={`Why ${EXPLAINED[explain].toLowerCase()} changed`}
      data-testid={`why-${explain}`}
    >
      Why?
    </Link>
  );
}
