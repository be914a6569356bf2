// A clock in the page: it looks at what can be seen whenever the page is drawn, from an event on.

const answers = () => [...document.querySelectorAll('.conversation .exchange[data-question] .answer')];

function isSourceMarked() {
  return [...document.querySelectorAll('#source-panel mark, #source-panel .mark')].some((mark) => {
    const { top, bottom, width } = mark.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight;
  });
}

// Calls look(milliseconds since the event) at every frame until it gives something other than undefined.
function watch(event, look) {
  window.waited = new Promise((resolve) => {
    const begin = () => {
      const began = performance.now();
      const frame = () => {
        const seen = look(performance.now() - began);
        if (seen === undefined) requestAnimationFrame(frame);
        else resolve(seen);
      };
      requestAnimationFrame(frame);
    };
    document.addEventListener(event, begin, { capture: true, once: true });
  });
}

// [until the first words of the next answer, until it last changed before the question box was emptied]
window.watchAnswer = () => {
  const before = answers().length;
  let [first, last, said] = [0, 0, ''];
  watch('keydown', (now) => {
    const shown = answers().length > before ? answers().at(-1).innerText : '';
    if (shown && !first) first = now;
    if (shown !== said) last = now;
    said = shown;
    return said && document.querySelector('#question textarea').value === '' ? [first, last] : undefined;
  });
};

// Until the cited words are marked where they can be seen.
window.watchSource = () => watch('click', (now) => (isSourceMarked() ? now : undefined));
