// The Compare tab: a comparison's address, copied.

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
