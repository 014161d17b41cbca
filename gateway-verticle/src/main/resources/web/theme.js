// @ts-check
// A classic script, run before the first paint: the page must not flash in the wrong colours.
(() => {
  try {
    const theme = localStorage.getItem('likewire.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Without storage the system decides.
  }
})();
