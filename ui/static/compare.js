// The Compare tab: the address of a comparison, copied; its parts, gone to.

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Without https a browser has no clipboard for pages, but copies what is selected.
  const field = Object.assign(document.createElement('textarea'), {value: text});
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (!isCopied) throw new Error('not copied');
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('[data-copy-address]');
  if (!button) return;
  const status = button.parentElement.querySelector('[role=status]');
  try {
    await copy(new URL(button.dataset.copyAddress, location.href).href);
    status.textContent = button.dataset.copied;
  } catch {
    status.textContent = button.dataset.notCopied;
  }
  button.focus();
});

// A link to a part of the comparison leads there by hand: the page's base address is not the comparison's own.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('.compared a[href^="#"]');
  const part = link && document.getElementById(link.hash.slice(1));
  if (!part) return;
  event.preventDefault();
  part.tabIndex = -1;
  part.scrollIntoView({block: 'start'});
  part.focus({preventScroll: true});
});
