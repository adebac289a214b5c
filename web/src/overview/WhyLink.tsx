import { Link } from "@tanstack/react-router";
import { EXPLAINED } from "../api/why";
import { WHY } from "../auth/returnTo";
import { useView } from "../filters/useView";
import { useVisit } from "../share/visit";
import { inSentence, t } from "../text/text";
import { figureName } from "../ui/names";

/** From a figure to what its change is made of, where that can be told. */
export function WhyLink({ name }: { name: string }) {
  const [view] = useView();
  const visit = useVisit();
  const explain = EXPLAINED.find((one) => one === name);
  if (!explain || visit) return null;
  const { metric: _metric, ...rest } = view;
  return (
    <Link
      to={WHY}
      search={{ ...rest, explain }}
      className="tm-link tm-note"
      aria-label={t("Why {explain} changed", { explain: inSentence(figureName(explain)) })}
      data-testid={`why-${explain}`}
    >
      {t("Why?")}
    </Link>
  );
}
