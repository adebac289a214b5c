interface Window {
  /** Answers that were asked for before the page was there, by their addresses; undefined once the page has asked. */
  early?: Record<string, Promise<Response> | undefined>;
}
