package io.tidemark.serve.export;

import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The answers of the analytics endpoints, from the endpoints themselves: the very method that answers
/// `/api/v1/analytics/overview` is called with the same parameters, so that what is exported is what is shown.
public final class Views {
    private static final String PREFIX = "/api/v1/analytics/";
    private static final String OURSELVES = "export";
    /// All businesses side by side, which no question about one is.
    private static final String PORTFOLIO = "portfolio";

    /// What pages show besides, by the names under which it is exported.
    private static final Map<String, String> BESIDES = Map.ofEntries(
            Map.entry(PORTFOLIO, "/api/v1/portfolio"),
            Map.entry("experiments", "/api/v1/experiments"),
            Map.entry("health", "/api/v1/connections/health"),
            Map.entry("reports/{id}", "/api/v1/reports/{id}"),
            Map.entry("reports/{id}/answers", "/api/v1/reports/{id}/answers"));

    private static final Pattern NAME = Pattern.compile("[a-z-]+(/[a-z-]+)?|posts/\\{id}");
    /// A view of one thing, which is named by its number.
    private static final Pattern ONE = Pattern.compile("((?:posts|reports)/)(\\d+)(/answers)?");

    private final Map<String, HandlerMethod> endpoints = new TreeMap<>();
    private final HandlerMethodArgumentResolverComposite arguments = new HandlerMethodArgumentResolverComposite();

    public Views(RequestMappingHandlerMapping mapping, RequestMappingHandlerAdapter adapter) {
        arguments.addResolvers(adapter.getArgumentResolvers());
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                info.getPatternValues().forEach(pattern -> add(pattern, method));
            }
        });
    }

    /// Whether a view is of all businesses that the caller may see.
    static boolean isOfAll(String view) {
        return view.equals(PORTFOLIO);
    }

    /// The address of a view, with whatever stands behind its name.
    static String path(String question) {
        int end = question.indexOf('?');
        String view = end < 0 ? question : question.substring(0, end);
        Matcher one = ONE.matcher(view);
        String name = one.matches() ? name(one) : view;
        String path = BESIDES.getOrDefault(name, PREFIX + name);
        return (one.matches() ? path.replace("{id}", one.group(2)) : path) + question.substring(view.length());
    }

    /// The name of all views of such things.
    private static String name(Matcher one) {
        String rest = one.group(3);
        return one.group(1) + "{id}" + (rest == null ? "" : rest);
    }

    private void add(String pattern, HandlerMethod method) {
        String name = pattern.startsWith(PREFIX) ? pattern.substring(PREFIX.length()) : "";
        BESIDES.forEach((besides, path) -> {
            if (path.equals(pattern)) {
                endpoints.put(besides, method.createWithResolvedBean());
            }
        });
        if (NAME.matcher(name).matches() && !name.startsWith(OURSELVES)) {
            endpoints.put(name, method.createWithResolvedBean());
        }
    }

    /// @param view the name of an endpoint, or `posts/` or `reports/` and a number
    /// @param parameters of the endpoint
    /// @throws ProblemException 400 when there is no such view, and whatever the endpoint refuses
    public Object answer(
            String view, Map<String, String[]> parameters, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Matcher one = ONE.matcher(view);
        Map<String, String> inPath = one.matches() ? Map.of("id", one.group(2)) : Map.of();
        HandlerMethod endpoint = endpoints.get(inPath.isEmpty() ? view : name(one));
        if (endpoint == null) {
            throw Parameters.noneOf("view", view, endpoints.keySet().stream().toList());
        }
        InvocableHandlerMethod call = new InvocableHandlerMethod(endpoint);
        call.setHandlerMethodArgumentResolvers(arguments);
        Object answer = call.invokeForRequest(
                new ServletWebRequest(new Asking(request, path(view), parameters, inPath), new Ignoring(response)),
                new ModelAndViewContainer());
        Object body = answer instanceof ResponseEntity<?> entity ? entity.getBody() : answer;
        if (body == null) {
            throw new IllegalStateException("The view " + view + " has no answer of its own");
        }
        return body;
    }

    /// The request as the endpoint would have got it.
    private static final class Asking extends HttpServletRequestWrapper {
        private final String path;
        private final Map<String, String[]> parameters;
        private final Map<String, String> inPath;

        Asking(HttpServletRequest request, String path, Map<String, String[]> parameters, Map<String, String> inPath) {
            super(request);
            this.path = path;
            this.parameters = parameters;
            this.inPath = inPath;
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return name.equals(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) ? inPath : super.getAttribute(name);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        /// A file is always sent whole.
        @Override
        public @Nullable String getHeader(String name) {
            return isConditional(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isConditional(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public long getDateHeader(String name) {
            return isConditional(name) ? -1 : super.getDateHeader(name);
        }

        private static boolean isConditional(String name) {
            return name.regionMatches(true, 0, "If-", 0, 3);
        }
    }

    /// Headers of the endpoint's own answer are none of the file's.
    private static final class Ignoring extends HttpServletResponseWrapper {
        Ignoring(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {}

        @Override
        public void setHeader(String name, @Nullable String value) {}

        @Override
        public void addHeader(String name, @Nullable String value) {}

        @Override
        public void setDateHeader(String name, long date) {}
    }
}
