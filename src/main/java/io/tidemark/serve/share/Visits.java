package io.tidemark.serve.share;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Share;
import io.tidemark.ledger.User;
import io.tidemark.serve.analytics.SharedQuestions;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.AskedInstead;
import io.tidemark.serve.http.Problem;
import io.tidemark.tenancy.ShareLinks;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// Lets people who came by a link ask what the link shows, and nothing else: reading only, under an address of the
/// link's own, with a cookie that browsers send to no other. What they ask is asked for them in the name of the
/// link's maker, held to what was shared.
public final class Visits {
    private static final Sentence OVER = Sentence.of(
            "share_over",
            "This link shows nothing (any more): ask whoever sent it for a new one. If it was open before,"
                    + " open it again from where it was sent to you.");

    /// The addresses of visitors; below it, the name of the link.
    static final String PATH = "/api/v1/shared";

    /// Attribute of a request: the visit by which it came.
    static final String VISIT = "tidemark.visit";

    private static final String COOKIE = "tidemark_visit";
    private static final String API = "/api/v1/";
    private static final Pattern ADDRESS =
            Pattern.compile(Pattern.quote(PATH) + "/(\\d+\\.\\d+)(?:/(analytics|reports)/([a-z0-9/-]+))?");
    private static final Pattern POST = Pattern.compile("posts/([1-9]\\d{0,15})(/thumbnail)?");

    private final ShareLinks links;
    private final Access access;
    private final SharedQuestions questions;
    private final SharedReports reports;

    Visits(ShareLinks links, Access access, SharedQuestions questions, SharedReports reports) {
        this.reports = reports;
        this.links = links;
        this.access = access;
        this.questions = questions;
    }

    /// A request that may go on.
    ///
    /// @param maker of the link, in whose name it goes on
    public record Passage(User maker, HttpServletRequest request) {}

    /// Whether a request is one of a visitor: then it goes on only if it is admitted, whoever else is signed in.
    public static boolean isOne(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PATH + "/");
    }

    /// @throws io.tidemark.serve.http.ProblemException where the link is over or does not show what is asked
    public Passage admit(HttpServletRequest request) {
        Matcher address = ADDRESS.matcher(request.getRequestURI());
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (!address.matches() || cookie == null) {
            throw over().exception();
        }
        ShareLinks.Visit visit =
                links.visit(address.group(1), cookie.getValue()).orElseThrow(() -> over().exception());
        if (!request.getMethod().equals(HttpMethod.GET.name())) {
            throw ShareScope.beyond("method");
        }
        String kind = address.group(2);
        if (kind == null) {
            request.setAttribute(VISIT, visit);
            return new Passage(visit.maker(), request);
        }
        String asked = address.group(3);
        Map<String, String[]> parameters =
                kind.equals("reports") ? ofReport(visit.share(), asked) : parameters(visit, asked, request);
        return new Passage(visit.maker(), new AskedInstead(request, API + kind + "/" + asked, parameters));
    }

    private static Map<String, String[]> ofReport(Share share, String asked) {
        String report = SharedPage.REPORT.key().equals(share.page()) ? SharedPage.reportOf(share.search()) : "";
        if (!asked.equals(report) && !asked.equals(report + "/logo")) {
            throw ShareScope.beyond("path");
        }
        return Map.of(ShareScope.BUSINESS, new String[] {Long.toString(share.businessId())});
    }

    private Map<String, String[]> parameters(ShareLinks.Visit visit, String question, HttpServletRequest request) {
        SharedPage page = SharedPage.find(visit.share().page()).orElseThrow(() -> over().exception());
        ShareScope scope = ShareScope.of(visit.share());
        Matcher post = POST.matcher(question);
        if (post.matches() && shows(visit, page, scope, Long.parseLong(post.group(1)))) {
            if (post.group(2) != null && page.picturesPosts()) {
                return Map.of(ShareScope.BUSINESS, new String[] {Long.toString(scope.businessId())});
            }
            if (post.group(2) == null && page.opensPosts()) {
                return scope.ofPost(request.getParameterMap());
            }
        }
        Set<String> taken = SharedQuestions.PARAMETERS.get(question);
        if (taken == null || !page.asks(question)) {
            throw ShareScope.beyond("path");
        }
        String cursor = request.getParameter(SharedQuestions.CURSOR);
        if (cursor != null && !goesOn(visit, scope, cursor)) {
            throw ShareScope.beyond(SharedQuestions.CURSOR);
        }
        return scope.applied(request.getParameterMap(), taken);
    }

    private boolean goesOn(ShareLinks.Visit visit, ShareScope scope, String cursor) {
        Business business = access.business(visit.maker(), scope.businessId());
        return questions.goesOn(visit.maker(), business, scope.parameters(), cursor);
    }

    private boolean shows(ShareLinks.Visit visit, SharedPage page, ShareScope scope, long postId) {
        return page == SharedPage.REPORT ? reports.ranks(visit.share(), postId) : holds(visit, scope, postId);
    }

    private boolean holds(ShareLinks.Visit visit, ShareScope scope, long postId) {
        Business business = access.business(visit.maker(), scope.businessId());
        return questions.holds(visit.maker(), business, scope.parameters(), postId);
    }

    /// The same for a link that expired, was taken back or never was.
    static Problem over() {
        return Problem.of(HttpStatus.NOT_FOUND, "share_over", OVER.said());
    }

    /// The cookie of a visit, sent to the addresses of its link only.
    static String cookie(String name, String token, Duration life, boolean secure) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path(PATH + "/" + name)
                .maxAge(life)
                .build()
                .toString();
    }
}
