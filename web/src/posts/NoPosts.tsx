import { Button, Group, Text, Title } from "@mantine/core";
import type { PostList } from "../api/posts";
import type { Period } from "../api/types";
import { isNarrowed, withoutNarrowing } from "../filters/narrowing";
import { isDate } from "../filters/ranges";
import { withPeriod } from "../filters/view";
import { useVisit } from "../share/visit";
import { t } from "../text/text";
import { formatDate, formatInstant, formatSpan, joinWords } from "../ui/format";
import { platformName } from "../ui/names";
import { type PostsView, withSearch } from "./search";

interface Props {
  view: PostsView;
  list: PostList;
  change: (step: (view: PostsView) => PostsView) => void;
}

/** Why the list is empty, and what would fill it. */
export default function NoPosts({ view, list, change }: Props) {
  return list.as_of !== null && list.last_collected_at === null ? (
    <NothingKnown view={view} asOf={list.as_of} period={list.period} change={change} />
  ) : (
    <NoneHere view={view} list={list} change={change} />
  );
}

interface PastProps extends Pick<Props, "view" | "change"> {
  asOf: string;
  period: Period;
}

/** The past that is looked at lies before anything was collected: no period and no filter would show more of it. */
function NothingKnown({ view, asOf, period, change }: PastProps) {
  const visit = useVisit();
  const day =
    view.as_of && isDate(view.as_of) ? formatDate(view.as_of) : formatInstant(asOf, period.time_zone);
  return (
    <div className="tm-posts-empty" data-testid="posts-nothing-known" aria-live="polite">
      <Title order={2} size="h4" mb={6}>
        {t("Nothing was known yet on {day}", { day })}
      </Title>
      <Text mb={visit ? 0 : "md"}>
        {t("No post had been collected or imported by then, whenever it was published.")}
      </Text>
      {!visit && (
        <Button onClick={() => change(({ as_of: _asOf, ...now }) => now)}>{t("Back to today")}</Button>
      )}
    </div>
  );
}

function NoneHere({ view, list: { period }, change }: Props) {
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
