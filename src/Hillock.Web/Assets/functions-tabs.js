// @ts-check
// Code in several languages, one shown at a time, and a button that copies it.

/** @param {Element} root */
export function tabs(root) {
  const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[role=tab]')]);
  const panel = /** @param {HTMLElement} tab */ tab => /** @type {HTMLElement} */ (root.querySelector(`#${tab.getAttribute('aria-controls')}`));
  const said = root.querySelector('[data-copied]');

  /** @param {HTMLElement} chosen */
  function choose(chosen) {
    for (const tab of all) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      panel(tab).hidden = tab !== chosen;
    }
  }

  all.forEach((tab, i) => {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', event => {
      const next = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: all.length - 1 }[event.key];
      if (next !== undefined) {
        event.preventDefault();
        const other = all[(next + all.length) % all.length];
        choose(other);
        other.focus();
      }
    });
  });

  const copy = /** @type {HTMLButtonElement | null} */ (root.querySelector('[data-copy]'));
  copy?.addEventListener('click', async () => {
    const tab = all.find(one => one.getAttribute('aria-selected') === 'true');
    const code = tab && panel(tab).querySelector('code');
    if (!code || !said) {
      return;
    }
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
      copy.textContent = 'Copied';
      said.textContent = `The ${tab.textContent} code is copied.`;
    } catch {
      // The browser does not let pages of this address write there: what is selected can be copied by hand.
      getSelection()?.selectAllChildren(code);
      copy.textContent = 'Selected';
      said.textContent = 'The code is selected; copy it with Ctrl+C.';
    }
    setTimeout(() => copy.textContent = 'Copy', 1500);
  });
}
