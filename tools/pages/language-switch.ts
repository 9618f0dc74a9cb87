import type { Language } from '../../words/speech';
import { html, type Html } from './html';

const NAMES: Readonly<Record<Language, string>> = { ja: '日本語', en: 'English' };

/** Two radio buttons; the style hides what is in the other language, so it needs no script. */
export function languageSwitch(languages: readonly Language[]): Html | undefined {
  if (languages.length < 2) return undefined;
  return html`<fieldset class="choice lang">
    <legend class="sr">Language, 言語</legend>
    ${languages.map(
      (one, index) =>
        html`<input
            type="radio"
            name="language"
            id="lang-${one}"
            value="${one}"
            ${index === 0 && html` checked`}
          /><label for="lang-${one}" lang="${one}" class="keep">${NAMES[one]}</label>`,
    )}
  </fieldset>`;
}

/**
 * The address wins (`?lang=en`), then what was chosen before, then the browser's language; `<html lang>` stays true.
 * A file has no storage in some browsers.
 */
export const LANGUAGE_SCRIPT = `
(() => {
  const choices = [...document.querySelectorAll('input[name=language]')];
  if (choices.length === 0) return;
  const stored = () => { try { return localStorage.getItem('language'); } catch { return null; } };
  const store = (value) => { try { localStorage.setItem('language', value); } catch {} };
  const use = (value) => {
    const choice = choices.find((one) => one.value === value) ?? choices[0];
    choice.checked = true;
    document.documentElement.lang = choice.value;
  };
  const preferred = navigator.language.startsWith('ja') ? 'ja' : 'en';
  use(new URLSearchParams(location.search).get('lang') ?? stored() ?? preferred);
  for (const choice of choices) choice.addEventListener('change', () => { store(choice.value); use(choice.value); });
})();
`;
