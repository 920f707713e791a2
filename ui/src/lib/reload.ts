let reloading = false;

/** Loads the page anew. Drafts outlive that, so no form asks whether it may be left. */
export function reloadWithDrafts(): void {
  reloading = true;
  window.location.reload();
}

/** Whether the page is being loaded anew, with all that was typed. */
export function isReloading(): boolean {
  return reloading;
}
