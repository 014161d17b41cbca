// @ts-check
// A classic script, run before the first paint: the page must not flash in the wrong colours.
(() => {
  // What the page comes with is the list, which is not what is asked for there.
  if (['/likes', '/account'].includes(location.pathname)) document.documentElement.dataset.aside = '';
  try {
    const theme = localStorage.getItem('likewire.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Without storage the system decides.
  }
})();
