import { Alert, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReportSchedule, scheduleQuery } from "../api/reports";
import type { Business } from "../api/types";
import { REPORTS } from "../auth/returnTo";
import { spoken } from "../text/said";
import { english, rich, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatInstant, formatSpan, joinWords } from "../ui/format";
import { repeatsInWords } from "./repeats";

/** How a report repeats, and what came of it; nothing where it does not. */
export function Repeating({ business, report }: { business: Business; report: number }) {
  const query = useQuery(scheduleQuery(business.business_id, report));
  if (query.isError) {
    return (
      <ErrorPanel what={t("How the report repeats")} error={query.error} retry={() => void query.refetch()} />
    );
  }
  if (!query.data) return null;
  const { every, next, time_zone, last, mails } = query.data;
  const sent = mails.filter((mail) => mail.sent_at !== null).map((mail) => mail.address);
  return (
    <section className="tm-report-tools tm-repeating" aria-label={t("Repeat")} data-testid="repeating">
      <Text size="sm">
        {repeatsInWords({ every, next_at: next.at, time_zone }, Date.now())}
        {" · "}
        {t("it will be about {period}", { period: formatSpan(next) })}
      </Text>
      {last && (
        <Text size="sm">
          {rich("Last made on {time}: <there>{period}</there>", {
            time: formatInstant(last.at, time_zone),
            period: formatSpan(last),
            there: (inner) => (
              <Link
                to={REPORTS}
                search={{ business: business.business_id, report: last.report_id }}
                className="tm-link"
              >
                {inner}
              </Link>
            ),
          })}
        </Text>
      )}
      {sent.length > 0 && (
        <Text size="sm" className="tm-break">
          {t("This report was mailed to {addresses}.", { addresses: joinWords(sent) })}
        </Text>
      )}
      <Troubles schedule={query.data} />
    </section>
  );
}

function Troubles({ schedule }: { schedule: ReportSchedule }) {
  const { failure, mailed, mails, recipients, time_zone } = schedule;
  const failed = mails.filter((mail) => mail.sent_at === null && mail.again !== null);
  return (
    <>
      {failure && (
        <Alert color="red" role="alert" title={t("The report that is due could not be made")} mt="xs">
          {spoken(failure.why, failure.why_said)}{" "}
          {t("It is tried again at {time}.", { time: formatInstant(failure.again, time_zone) })}
        </Alert>
      )}
      {!mailed && recipients.length > 0 && (
        <Alert color="yellow" title={t("No mail goes out")} mt="xs">
          {t("This server has not been set up to send mails. Reports are made all the same.")}
        </Alert>
      )}
      {failed.length > 0 && (
        <Alert color="red" role="alert" title={t("Not every mail went out")} mt="xs">
          {failed.map(({ address, why, again }) => (
            <div key={address} className="tm-break">
              {address}: {english(why ?? "")}
              <br />
              {again && t("It is tried again at {time}.", { time: formatInstant(again, time_zone) })}
            </div>
          ))}
        </Alert>
      )}
    </>
  );
}
