import "../styles/share.css";
import "../styles/audience.css";
import "../styles/reports.css";
import "../styles/times.css";
import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { type Visit, visitQuery } from "../api/shares";
import { VISIT } from "../auth/returnTo";
import { LanguageSwitch } from "../text/LanguageSwitch";
import { inSentence, t, tell } from "../text/text";
import { ColorSchemeToggle } from "../ui/ColorSchemeToggle";
import { ErrorText } from "../ui/ErrorText";
import { formatInstant } from "../ui/format";
import { Mark } from "../ui/Mark";
import { ShareOver } from "./OpenPage";
import { VisitedAnalytics, VisitedAudience, VisitedReport, VisitedWhy } from "./VisitedPages";
import { VisitContext } from "./visit";
import { asOfInWords, filtersInWords, PAGES } from "./words";

const VisitedPosts = lazy(() => import("./VisitedPosts"));
const VisitedPlatforms = lazy(() => import("./VisitedPlatforms"));
const VisitedTimes = lazy(() => import("./VisitedTimes"));

const route = getRouteApi(VISIT);

/** One page of a business, for somebody who came by a link. */
export function VisitPage() {
  const { share } = route.useParams();
  const visit = useQuery(visitQuery(share));
  const title = visit.data
    ? `${visit.data.business.name}: ${inSentence(tell(PAGES[visit.data.page]))}`
    : t("A shared page");

  useEffect(() => {
    document.title = `${title} · Tidemark`;
  }, [title]);

  return (
    <>
      <a className="tm-skip" href="#content">
        {t("Skip to the numbers")}
      </a>
      <header className="tm-header">
        <div className="tm-header-row">
          <span className="tm-product">
            <Mark size={28} />
            Tidemark
          </span>
          {visit.data?.business.demo && (
            <span className="tm-badge tm-badge-demo" data-testid="demo-badge">
              {t("Demonstration data")}
            </span>
          )}
          <div className="tm-header-end">
            <LanguageSwitch />
            <ColorSchemeToggle />
          </div>
        </div>
      </header>
      <main className="tm-page" id="content" tabIndex={-1}>
        {visit.isError ? (
          <>
            <Title order={1} size="h3" mb="md">
              {t("A page that was shared with you")}
            </Title>
            <ShareOver reason={<ErrorText error={visit.error} />} />
          </>
        ) : visit.isPending ? (
          <Skeleton height={160} radius="lg" role="status" aria-label={t("Loading the page")} />
        ) : (
          <VisitContext value={visit.data}>
            <Stack gap="lg">
              <Shared visit={visit.data} title={title} />
              <Suspense
                fallback={
                  <Skeleton height={420} radius="lg" role="status" aria-label={t("Loading the page")} />
                }
              >
                <Shown visit={visit.data} />
              </Suspense>
            </Stack>
          </VisitContext>
        )}
      </main>
    </>
  );
}

function Shared({ visit, title }: { visit: Visit; title: string }) {
  const { business } = visit;
  const filters = filtersInWords(visit.search);
  const asOf = asOfInWords(visit.search, business.time_zone);
  return (
    <div className="tm-share-line">
      <Title order={1} size="h3" mb={4}>
        {title}
      </Title>
      <Text size="sm" c="dimmed" data-testid="share-line">
        {t("Shared by {name} until {time}.", {
          name: business.name,
          time: formatInstant(visit.expires_at, business.time_zone),
        })}
        {filters && ` ${t("Shown: {filters}.", { filters })}`}
        {asOf && ` ${t("As it was on {time}.", { time: asOf })}`}
      </Text>
    </div>
  );
}

function Shown({ visit }: { visit: Visit }) {
  const business = visit.business.business_id;
  switch (visit.page) {
    case "analytics":
      return <VisitedAnalytics business={business} />;
    case "posts":
      return <VisitedPosts visit={visit} />;
    case "platforms":
      return <VisitedPlatforms visit={visit} />;
    case "best_times":
      return <VisitedTimes visit={visit} />;
    case "audience":
      return <VisitedAudience business={business} />;
    case "why":
      return <VisitedWhy business={business} />;
    case "report":
      return <VisitedReport visit={visit} />;
  }
}
