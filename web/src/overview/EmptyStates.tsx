import { Alert, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { Business, Overview } from "../api/types";
import { asOfDay, todayIn } from "../filters/days";
import { isNarrowed, withoutNarrowing } from "../filters/narrowing";
import { isDate } from "../filters/ranges";
import { useView } from "../filters/useView";
import { withPeriod } from "../filters/view";
import { useVisit } from "../share/visit";
import { t } from "../text/text";
import { formatDate, formatInstant, formatSpan, joinWords } from "../ui/format";
import { platformName } from "../ui/names";
import { emptyWords, knownSince } from "./cards";

const FirstBusiness = lazy(() =>
  import("../onboarding/FirstBusiness").then((found) => ({ default: found.FirstBusiness })),
);

/** The caller has no business at all. */
export function NoBusiness({ administrator }: { administrator: boolean }) {
  return (
    <section className="tm-panel" data-testid="no-business">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {administrator ? t("Your first business") : t("There is no business of yours yet")}
        </Title>
        {administrator ? (
          <>
            <Text>
              {t(
                "Everything that is measured belongs to a business: a brand, a shop, a client. Import a file or connect an account next.",
              )}
            </Text>
            <Suspense fallback={<Skeleton height={300} />}>
              <FirstBusiness />
            </Suspense>
          </>
        ) : (
          <Text>
            {t(
              "Ask an owner of the business to add you under Settings, Members, then reload this page. They need the e-mail address that you are signed in with.",
            )}
          </Text>
        )}
      </Stack>
    </section>
  );
}

/** The address names a business that is not among the caller's. */
export function UnknownBusiness({ first }: { first: Business }) {
  const [, change] = useView();
  return (
    <Alert color="yellow" title={t("This business is not among yours")} data-testid="unknown-business">
      <Text size="sm" mb="sm">
        {t("It may have been removed, or you may not be a member of it.")}
      </Text>
      <Button size="xs" onClick={() => change(() => ({ business: first.business_id }))}>
        {t("Open {name}", { name: first.name })}
      </Button>
    </Alert>
  );
}

/** The past that is looked at lies before the first numbers. */
function NothingKnown({ overview, first }: { overview: Overview; first: string }) {
  const [view, change] = useView();
  const visit = useVisit();
  const zone = overview.period.time_zone;
  const asOf = view.as_of ?? overview.as_of ?? first;
  const day = isDate(asOf) ? formatDate(asOf) : formatInstant(asOf, zone);
  const known = asOfDay(first, zone);
  return (
    <section className="tm-panel" data-testid="nothing-known" aria-live="polite">
      <Title order={2} size="h4" mb={6}>
        {t("Nothing was known yet on {day}", { day })}
      </Title>
      <Text mb={visit ? 0 : "md"}>
        {t("The first numbers came on {time}.", { time: formatInstant(first, zone) })}
      </Text>
      {!visit && (
        <Button
          onClick={() =>
            change(({ as_of: _asOf, ...now }) =>
              // The end of today has not come yet: it is the present.
              known === todayIn(zone) ? now : { ...now, as_of: known },
            )
          }
        >
          {t("What was known on {day}", { day: formatDate(known) })}
        </Button>
      )}
    </section>
  );
}

/** There are numbers, but none in the chosen period. */
export function EmptyPeriod({ overview }: { overview: Overview }) {
  const first = knownSince(overview);
  return first === undefined ? (
    <NoNumbers overview={overview} />
  ) : (
    <NothingKnown overview={overview} first={first} />
  );
}

function NoNumbers({ overview }: { overview: Overview }) {
  const [view, change] = useView();
  const visit = useVisit();
  const extent = overview.data_extent;
  const words = emptyWords(
    overview,
    view.platform
      ? ` ${t("for {list}", { list: joinWords(view.platform.map(platformName)) })}`
      : isNarrowed(view)
        ? ` ${t("like these")}`
        : "",
  );
  return (
    <section className="tm-panel" data-testid="empty-range" aria-live="polite">
      <Title order={2} size="h4" mb={6}>
        {words.title}
      </Title>
      {words.where && <Text mb="md">{words.where}</Text>}
      {!visit && (
        <Group gap="sm">
          {words.offersActivity && (
            <Button onClick={() => change((now) => ({ ...now, basis: "activity" }))}>
              {t("What happened in the period")}
            </Button>
          )}
          {extent && (
            <Button
              variant={words.offersActivity ? "default" : "filled"}
              onClick={() => change((now) => withPeriod(now, extent))}
            >
              {formatSpan(extent)}
            </Button>
          )}
          <Button variant="default" onClick={() => change((now) => withPeriod(now, { range: "all" }))}>
            {t("All time")}
          </Button>
          {isNarrowed(view) && (
            <Button variant="default" onClick={() => change(withoutNarrowing)}>
              {t("Clear the filters")}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}
