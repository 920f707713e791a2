const REACHABLE =
  ':is(a[href], button, input, select, textarea, summary):not([tabindex="-1"]), [tabindex="0"]';

/**
 * Whoever works by keyboard is thrown back to the top of the page where what has the focus goes away: a row that was deleted, a
 * button that did its work, also behind a dialog that asked about it. The focus then goes to the like of it in the next row or the
 * one before, else to what is nearest.
 *
 * @returns what ends this
 */
export function keepFocus(): () => void {
  let last: HTMLElement | undefined;
  let behind: HTMLElement | undefined;
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    if (!target.closest('dialog')) behind = target;
  };
  const observer = new MutationObserver((records) => {
    behind = behind && heirOf(behind, records);
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const dialog = document.querySelector<HTMLElement>('dialog[open]');
    const inside = heirOf(last, records);
    last = undefined;
    const heir = dialog ? (dialog.contains(inside) ? inside : reachable(dialog)[0]) : behind;
    heir?.focus({ preventScroll: true });
  });
  document.addEventListener('focusin', remember);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}

/** Itself as long as it is there; else what is most like it of what is left. */
function heirOf(element: HTMLElement, records: MutationRecord[]): HTMLElement {
  if (element.isConnected) return element;
  const page = document.querySelector('main') ?? document.body;
  const record = records.find(({ removedNodes }) => removedWith(element, removedNodes));
  return record ? (besides(element, record) ?? around(record.target) ?? page) : page;
}

function removedWith(element: Element, removed: NodeList): Node | undefined {
  return [...removed].find((node) => node.contains(element));
}

function besides(lost: HTMLElement, record: MutationRecord): HTMLElement | undefined {
  const removed = removedWith(lost, record.removedNodes);
  const place = removed instanceof HTMLElement ? reachable(removed).indexOf(lost) : -1;
  for (const beside of [record.nextSibling, record.previousSibling]) {
    if (!(beside instanceof HTMLElement) || !beside.isConnected) continue;
    if (removed === lost && beside.hasAttribute('tabindex')) return beside;
    const found = reachable(beside);
    if (found.length > 0) return found[place] ?? found.at(-1);
  }
  return undefined;
}

/** The first thing in the nearest part of the page that has any. */
function around(node: Node): HTMLElement | undefined {
  let element = node instanceof Element ? node : node.parentElement;
  for (; element && !['MAIN', 'BODY'].includes(element.tagName); element = element.parentElement) {
    const first = element.isConnected ? reachable(element)[0] : undefined;
    if (first) return first;
  }
  return undefined;
}

function reachable(element: Element): HTMLElement[] {
  const inside = [...element.querySelectorAll<HTMLElement>(REACHABLE)];
  const all =
    element instanceof HTMLElement && element.matches(REACHABLE) ? [element, ...inside] : inside;
  // what was taken away is not visible, and counts all the same
  return element.isConnected ? all.filter((one) => one.checkVisibility()) : all;
}
