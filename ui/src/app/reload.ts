/**
 * Loads the page anew. Drafts outlive that, so no form gets to ask whether it may be left: a listener that captures hears of
 * it before theirs.
 */
export function reloadWithDrafts(): void {
  window.addEventListener(
    'beforeunload',
    (event) => {
      event.stopImmediatePropagation();
    },
    { capture: true, once: true },
  );
  window.location.reload();
}
