/** Shows what `index.html` has for the case that not even the page's texts could be loaded. */
export function showStartFault(root: HTMLElement): void {
  const fault = document.querySelector<HTMLTemplateElement>('#start-fault');
  if (fault) root.replaceChildren(fault.content.cloneNode(true));
}
