import { Button, Group, Text, Title } from "@mantine/core";
import type { Period } from "../api/types";
import { isNarrowed, withoutNarrowing } from "../filters/narrowing";
import { withPeriod } from "../filters/view";
import { useVisit } from "../share/visit";
import { t } from "../text/text";
import { formatSpan, joinWords } from "../ui/format";
import { platformName } from "../ui/names";
import { type PostsView, withSearch } from "./search";

interface Props {
  view: PostsView;
  period: Period;
  change: (step: (view: PostsView) => PostsView) => void;
}

/** Why the list is empty, and what would fill it. */
export function NoPosts({ view, period, change }: Props) {
  const visit = useVisit();
  const where = view.platform
    ? ` ${t("on {list}", { list: joinWords(view.platform.map(platformName)) })}`
    : "";
  return (
    <div className="tm-posts-empty" data-testid="posts-empty" aria-live="polite">
      <Title order={2} size="h4" mb={6}>
        {view.search ? t("No text with “{search}”", { search: view.search.trim() }) : t("No posts here")}
      </Title>
      <Text mb={visit ? 0 : "md"}>
        {view.search
          ? t("None of the posts published {period}{where} has these words in its text.", {
              period: formatSpan(period),
              where,
            })
          : view.range === "all"
            ? t("No post{where} is known yet. Import a file of the platform or connect an account.", {
                where,
              })
            : t("No post was published {period}{where}.", { period: formatSpan(period), where })}
      </Text>
      {!visit && (
        <Group gap="sm">
          {view.search && (
            <Button onClick={() => change((now) => withSearch(now, ""))}>{t("Clear the search")}</Button>
          )}
          {view.range !== "all" && (
            <Button variant="default" onClick={() => change((now) => withPeriod(now, { range: "all" }))}>
              {t("All time")}
            </Button>
          )}
          {isNarrowed(view) && (
            <Button variant="default" onClick={() => change(withoutNarrowing)}>
              {t("Clear the filters")}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}
