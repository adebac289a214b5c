// Put into every page of the browser study before its own scripts: the browser's own entries, and when something stood there.
(() => {
  const watched = { paints: {}, tasks: [], events: [], stood: {}, since: 0 };
  const observe = (type, each, options = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...options });
  observe("paint", (entry) => {
    watched.paints[entry.name] = entry.startTime;
  });
  observe("longtask", (entry) => watched.tasks.push({ at: entry.startTime, for: entry.duration }));
  observe("event", (entry) => watched.events.push({ at: entry.startTime, for: entry.duration }), {
    durationThreshold: 16,
  });

  /** Resolves at the first frame in which the condition holds, with the time since the page or the last mark. */
  watched.when = (condition) =>
    new Promise((resolve) => {
      const look = () => {
        if (condition()) resolve(performance.now() - watched.since);
        else requestAnimationFrame(look);
      };
      look();
    });
  /** From the next change of a control on, times are counted anew. */
  watched.mark = () => {
    watched.tasks.length = 0;
    watched.events.length = 0;
    const begin = () => {
      watched.since = performance.now();
    };
    document.addEventListener("change", begin, { capture: true, once: true });
  };
  watched.longest = () => Math.max(0, ...watched.tasks.map((task) => task.for));
  watched.slowest = () => Math.max(0, ...watched.events.map((event) => event.for));
  /** Compressed bytes of scripts that came so far. */
  watched.scripts = () =>
    performance
      .getEntriesByType("resource")
      .filter((one) => one.name.endsWith(".js"))
      .reduce((sum, one) => sum + one.encodedBodySize, 0);
  window.watched = watched;
})();
