import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { askByLink, mayBeSignedIn } from "./api/client";
import {
  AUDIENCE,
  BEST_TIMES,
  CONNECTIONS,
  DIGEST,
  HEALTH,
  HOME,
  IMPORTS,
  INSIGHTS,
  METHODS,
  PLATFORMS_PAGE,
  PORTFOLIO,
  POST,
  POSTS,
  REPORTS,
  SETTINGS,
  SHARED,
  SIGN_IN,
  VISIT,
  WHAT_WORKS,
  WHY,
} from "./auth/returnTo";
import { toConnectionsSearch } from "./connections/search";
import { toDigestSearch } from "./digest/search";
import { keepView } from "./filters/keepView";
import { businessOf, parseSearch, stringifySearch, toView, type View } from "./filters/view";
import { toInsightsSearch } from "./insights/search";
import { AnalyticsPage } from "./overview/AnalyticsPage";
import { askAhead, firstBusiness } from "./overview/ask";
import { toPlatformsView } from "./platforms/search";
import { toPortfolioView } from "./portfolio/portfolio";
import { askForPosts } from "./posts/ask";
import { toPostsView } from "./posts/search";
import { toReportsSearch } from "./reports/search";
import { toSettingsSearch } from "./settings/search";
import { toVisitSearch } from "./share/search";
import { toTimesSearch } from "./times/search";
import { CrashPage } from "./ui/CrashPage";
import { NotFoundPage } from "./ui/NotFoundPage";
import { Shell } from "./ui/Shell";
import { toWhyView } from "./why/search";
import { toWorksSearch } from "./works/search";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const toHome = () => {
  throw redirect({ to: HOME, replace: true });
};
/** Without asking the server, which would only refuse. */
const forSignedIn = ({ location }: { location: { href: string } }) => {
  if (!mayBeSignedIn()) throw redirect({ to: SIGN_IN, search: { next: location.href }, replace: true });
};
/**
 * Signed in, and with the business in the address, where it names none: the page would name it only after it was made, and
 * be made twice.
 */
const ofBusiness =
  (to: typeof HOME | typeof POSTS) =>
  ({ location, search }: { location: { href: string }; search: View }) => {
    forSignedIn({ location });
    if (search.business === undefined) return named(to, search);
  };
async function named(to: typeof HOME | typeof POSTS, search: View): Promise<void> {
  const business = await firstBusiness();
  if (business !== undefined) throw redirect({ to, search: { business, ...search }, replace: true });
}
const start = createRoute({ getParentRoute: () => root, path: "/", beforeLoad: toHome });
const dashboard = createRoute({ getParentRoute: () => root, path: "/dashboard", beforeLoad: toHome });

const signIn = createRoute({
  getParentRoute: () => root,
  path: SIGN_IN,
  validateSearch: (raw: Record<string, unknown>): { next?: string } =>
    typeof raw.next === "string" ? { next: raw.next } : {},
  component: lazyRouteComponent(() => import("./auth/SignInPage"), "SignInPage"),
});

const analytics = createRoute({
  getParentRoute: () => root,
  path: HOME,
  validateSearch: toView,
  beforeLoad: ofBusiness(HOME),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => void askAhead(deps),
  component: AnalyticsPage,
});

const portfolio = createRoute({
  getParentRoute: () => root,
  path: PORTFOLIO,
  validateSearch: toPortfolioView,
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./portfolio/PortfolioPage"), "PortfolioPage"),
});

const posts = createRoute({
  getParentRoute: () => root,
  path: POSTS,
  validateSearch: toPostsView,
  beforeLoad: ofBusiness(POSTS),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => void askForPosts(deps),
  component: lazyRouteComponent(() => import("./posts/PostsPage"), "PostsPage"),
});

const post = createRoute({
  getParentRoute: () => root,
  path: POST,
  validateSearch: toPostsView,
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./posts/PostPage"), "PostPage"),
});

const connections = createRoute({
  getParentRoute: () => root,
  path: CONNECTIONS,
  validateSearch: toConnectionsSearch,
  search: { middlewares: [keepView] },
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./connections/ConnectionsPage"), "ConnectionsPage"),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: IMPORTS,
  validateSearch: businessOf,
  search: { middlewares: [keepView] },
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./imports/ImportsPage"), "ImportsPage"),
});

const health = createRoute({
  getParentRoute: () => root,
  path: HEALTH,
  validateSearch: businessOf,
  search: { middlewares: [keepView] },
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./health/HealthPage"), "HealthPage"),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: SETTINGS,
  validateSearch: toSettingsSearch,
  search: { middlewares: [keepView] },
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./settings/SettingsPage"), "SettingsPage"),
});

const why = createRoute({
  getParentRoute: () => root,
  path: WHY,
  validateSearch: toWhyView,
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./why/WhyPage"), "WhyPage"),
});

const whatWorks = createRoute({
  getParentRoute: () => root,
  path: WHAT_WORKS,
  validateSearch: toWorksSearch,
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./works/WhatWorksPage"), "WhatWorksPage"),
});

const platforms = createRoute({
  getParentRoute: () => root,
  path: PLATFORMS_PAGE,
  validateSearch: toPlatformsView,
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./platforms/PlatformsPage"), "PlatformsPage"),
});

const audience = createRoute({
  getParentRoute: () => root,
  path: AUDIENCE,
  validateSearch: toView,
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./audience/AudiencePage"), "AudiencePage"),
});

const bestTimes = createRoute({
  getParentRoute: () => root,
  path: BEST_TIMES,
  validateSearch: toTimesSearch,
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./times/TimesPage"), "TimesPage"),
});

const insights = createRoute({
  getParentRoute: () => root,
  path: INSIGHTS,
  validateSearch: toInsightsSearch,
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./insights/InsightsPage"), "InsightsPage"),
});

const digest = createRoute({
  getParentRoute: () => root,
  path: DIGEST,
  validateSearch: toDigestSearch,
  search: { middlewares: [keepView] },
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./digest/DigestPage"), "DigestPage"),
});

const methods = createRoute({
  getParentRoute: () => root,
  path: METHODS,
  validateSearch: (raw: Record<string, unknown>): { method?: string } =>
    typeof raw.method === "string" ? { method: raw.method } : {},
  component: lazyRouteComponent(() => import("./methods/MethodsPage"), "MethodsPage"),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: REPORTS,
  validateSearch: toReportsSearch,
  search: { middlewares: [keepView] },
  beforeLoad: forSignedIn,
  component: lazyRouteComponent(() => import("./reports/ReportsPage"), "ReportsPage"),
});

const shared = createRoute({
  getParentRoute: () => root,
  path: SHARED,
  component: lazyRouteComponent(() => import("./share/OpenPage"), "OpenPage"),
});

const visit = createRoute({
  getParentRoute: () => root,
  path: VISIT,
  validateSearch: toVisitSearch,
  beforeLoad: ({ params }) => askByLink(params.share),
  onLeave: () => askByLink(undefined),
  component: lazyRouteComponent(() => import("./share/VisitPage"), "VisitPage"),
});

export function createAppRouter() {
  return createRouter({
    routeTree: root.addChildren([
      start,
      dashboard,
      signIn,
      analytics,
      portfolio,
      platforms,
      audience,
      bestTimes,
      posts,
      post,
      why,
      whatWorks,
      connections,
      imports,
      health,
      settings,
      insights,
      digest,
      methods,
      reports,
      shared,
      visit,
    ]),
    parseSearch,
    stringifySearch,
    defaultErrorComponent: CrashPage,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
