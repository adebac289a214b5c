package io.tidemark.serve;

import io.tidemark.ledger.DigestReaders;
import io.tidemark.ledger.Labelling;
import io.tidemark.ledger.Members;
import io.tidemark.ledger.Notes;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.SavedViews;
import io.tidemark.ledger.TimingExperiments;
import io.tidemark.serve.analytics.Frames;
import io.tidemark.serve.analytics.InsightDesk;
import io.tidemark.serve.analytics.Posts;
import io.tidemark.serve.connections.ConnectionDesk;
import io.tidemark.serve.events.Changes;
import io.tidemark.serve.export.Exports;
import io.tidemark.serve.health.HealthDesk;
import io.tidemark.serve.imports.Imports;
import io.tidemark.serve.jobs.JobDesk;
import io.tidemark.serve.report.Mailing;
import io.tidemark.tenancy.FirstPasswords;
import io.tidemark.tenancy.Passwords;
import io.tidemark.tenancy.ProgramKeys;
import io.tidemark.tenancy.Registry;
import io.tidemark.tenancy.ShareLinks;
import io.tidemark.tenancy.SignIn;
import io.tidemark.tenancy.Tokens;
import java.time.Clock;

/// What the web serves from. The server closes none of it.
public record Services(
        Registry registry,
        SignIn signIn,
        Tokens tokens,
        Records records,
        Imports imports,
        Frames frames,
        Labelling labelling,
        TimingExperiments experiments,
        Notes notes,
        Posts posts,
        JobDesk desk,
        Changes changes,
        Exports exports,
        ConnectionDesk connections,
        HealthDesk health,
        InsightDesk insights,
        DigestReaders digestReaders,
        Members members,
        ProgramKeys keys,
        Passwords passwords,
        FirstPasswords firstPasswords,
        SavedViews savedViews,
        ShareLinks shareLinks,
        Reports reports,
        ReportSchedules schedules,
        Mailing mailing,
        Clock clock) {}
