interface Window {
  /** Answers that were asked for before the page was there, by their addresses. */
  early?: Record<string, Promise<Response>>;
}
