/** Sets the remembered theme before the first paint; a module would come too late. */
(() => {
  try {
    const theme = localStorage.getItem('casebook-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; the system's theme then applies.
  }
})();
