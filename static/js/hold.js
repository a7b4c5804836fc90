// Asks for the hold line again two minutes and one minute before its end, and at its end; the server has the words.
(() => {
  let timers = [];
  const watch = () => {
    const line = document.getElementById("hold");
    timers.forEach(clearTimeout);
    const left = Number(line?.dataset.seconds ?? 0);
    timers = [120, 60, 0].filter((mark) => left > mark)
      .map((mark) => setTimeout(() => window.htmx?.trigger("#hold", "refresh"), (left - mark) * 1000 + 500));
  };
  watch();
  document.addEventListener("htmx:afterSettle", (event) => { if (event.target.querySelector?.("#hold") || event.target.id === "hold" || event.target.id === "page") watch(); });
})();
