// @ts-check
// A page that nobody sees gives its connection back: a browser has few for one site.

const PATIENCE = 10_000;

/** @param {() => boolean} leave  told when the page was out of sight for a while; says whether it went @param {() => void} comeBack  told when it is seen again, if it went */
export function away(leave, comeBack) {
  /** @type {number | undefined} */
  let leaving;
  let isAway = false;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(leaving);
    if (document.hidden) {
      leaving = setTimeout(() => { isAway = leave(); }, PATIENCE);
    } else if (isAway) {
      isAway = false;
      comeBack();
    }
  });
}
