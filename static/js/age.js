// "Times checked at 2:04 pm" becomes "Times checked 40 seconds ago", once, while the page is young.
(() => {
  const tell = () => document.querySelectorAll("[data-age]").forEach((time) => {
    const seconds = Math.round((Date.now() - Date.parse(time.dateTime)) / 1000);
    if (seconds < 0 || seconds >= 120) return;
    time.textContent = seconds < 10 ? "Times checked just now" : `Times checked ${seconds} seconds ago`;
  });
  tell();
  document.addEventListener("htmx:afterSettle", tell);
})();
