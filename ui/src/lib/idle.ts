const LATEST_MILLIS = 5_000;

/** Does something once the page has nothing else to do, unless the returned function is called before. */
export function whenIdle(task: () => void): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(task, LATEST_MILLIS);
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = requestIdleCallback(task, { timeout: LATEST_MILLIS });
  return () => {
    cancelIdleCallback(handle);
  };
}
