import "./styles/mantine.css";
import "./styles/page.css";
import "./styles/parts.css";
import "./styles/health.css";
import "./styles/cards.css";
import "./styles/trend.css";
import "./styles/why.css";
import "./styles/insights.css";
import "./styles/keys.css";
import "./styles/take.css";
import "./styles/media.css";
import "./styles/print.css";
import "./first/libraries";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode, startTransition, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { answers } from "./api/answers";
import { whenSignedOut } from "./api/client";
import { businessesQuery } from "./api/queries";
import { SIGN_IN } from "./auth/returnTo";
import { createAppRouter } from "./router";
import { watchPaper } from "./take/paper";
import { startLanguage } from "./text/language";
import { Spoken } from "./text/Spoken";
import { theme } from "./theme";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root");

// The modules have run; to go on in tasks of their own keeps all short.
void nextTask().then(() => open(root));

function nextTask(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

/** The outline of the document stands until the page does. In a transition it is made in slices. */
async function open(root: HTMLElement): Promise<void> {
  const router = createAppRouter();
  await nextTask();
  whenSignedOut(() => {
    const { pathname, href } = router.state.location;
    const [, params, page] = router.getMatchedRoutes(pathname);
    // An address of no page, or with more behind one than it takes, says so to everybody.
    if (pathname === SIGN_IN || !page || params["**"] !== undefined) return;
    void router.navigate({ to: SIGN_IN, search: { next: href }, replace: true });
  });
  watchPaper();
  await Promise.all([startLanguage(), router.load(), askBusinesses()]);
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <QueryClientProvider client={answers}>
            <InPlaceOfTheOutline>
              <Spoken router={router} />
            </InPlaceOfTheOutline>
          </QueryClientProvider>
        </MantineProvider>
      </StrictMode>,
    ),
  );
}

function InPlaceOfTheOutline({ children }: { children: ReactNode }) {
  useLayoutEffect(() => {
    for (const id of ["outline", "unloaded"]) document.getElementById(id)?.remove();
  }, []);
  return children;
}

/** Every page of a member begins with them. What goes wrong is told there. */
async function askBusinesses(): Promise<void> {
  if (document.documentElement.dataset.first) await answers.prefetchQuery(businessesQuery);
}
