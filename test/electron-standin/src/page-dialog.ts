/** Native dialogs of Electron, drawn in the page: a person without a native dialog can still answer. */
export type DialogQuestion =
  | { kind: 'path'; title: string; value: string; button: string }
  | { kind: 'message'; title: string; detail: string; buttons: string[]; cancelId: number };

/** @returns the path (null when closed) or the number of the button. */
export function askInPage(question: DialogQuestion): Promise<string | number | null> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-label', question.title);
    dialog.style.cssText =
      'font: 14px sans-serif; padding: 20px; width: 520px; border: 1px solid #888; border-radius: 8px';
    const heading = document.createElement('p');
    heading.textContent = question.title;
    dialog.append(heading);
    let field: HTMLInputElement | null = null;
    if (question.kind === 'path') {
      field = document.createElement('input');
      field.value = question.value;
      field.setAttribute('aria-label', question.title);
      field.style.cssText = 'width: 100%; box-sizing: border-box; padding: 6px; font: inherit';
      dialog.append(field);
    } else {
      const detail = document.createElement('p');
      detail.textContent = question.detail;
      dialog.append(detail);
    }
    const finish = (answer: string | number | null): void => {
      dialog.remove();
      resolve(answer);
    };
    const row = document.createElement('p');
    row.style.cssText = 'display: flex; gap: 8px; justify-content: flex-end; margin: 16px 0 0';
    const button = (text: string, answer: () => string | number | null): void => {
      const element = document.createElement('button');
      element.textContent = text;
      element.style.cssText = 'font: inherit; padding: 6px 12px';
      element.onclick = () => finish(answer());
      row.append(element);
    };
    if (question.kind === 'path') {
      button(question.button, () => field?.value ?? null);
      button('✕', () => null);
      field?.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') finish(field?.value ?? null);
      });
    } else {
      question.buttons.forEach((text, index) => {
        button(text, () => index);
      });
    }
    dialog.oncancel = () => finish(question.kind === 'path' ? null : question.cancelId);
    dialog.append(row);
    document.body.append(dialog);
    dialog.showModal();
    field?.select();
  });
}
