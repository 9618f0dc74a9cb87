/** What belongs to the vendor's page alone. Without `:has()` all systems show, one below the other, as on paper. */
export const HTML_STYLE = `
.wrap { max-width: 50rem; }
.top { border-bottom: 4px solid; border-image: linear-gradient(90deg, var(--vendor) 50%, var(--company) 50%) 1; font-size: .875rem; }
.head { padding-block: 2.75rem 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
h1 code { display: inline-block; max-width: 100%; font-size: .8em; line-height: inherit; }
em { font-style: normal; font-weight: 600; }
.facts { border-top: 1px solid var(--line); }
.facts > div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .125rem 1rem; padding-block: .625rem; border-bottom: 1px solid var(--line); }
.facts dt { color: var(--ink-2); font-size: .9375rem; }
dt::first-letter, th::first-letter, td:first-child::first-letter { text-transform: uppercase; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; font-size: .875rem; color: var(--ink-2); }
:is(th, td) { padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
section { padding-top: 3rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .875rem; }
section > h2:has(i) { display: flex; gap: .75rem; align-items: center; }
h2 > i { flex: none; display: grid; place-items: center; width: 2rem; height: 2rem; border-radius: 50%; background: var(--ink); color: var(--page); font-size: 1rem; font-style: normal; line-height: 1; }
.systems { justify-self: start; }
.systems label { padding: .75rem 1rem; }
@media screen {
  html:has(#system-windows:checked) .system:not(.windows), html:has(#system-macos:checked) .system:not(.macos), html:has(#system-linux:checked) .system:not(.linux) { display: none; }
}
figcaption { padding-bottom: .25rem; font-size: .875rem; color: var(--ink-2); }
.notes, details > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75rem; }
.done { border-left: 6px solid var(--yes); padding: .25rem 0 .25rem 1rem; }
.go { list-style: none; padding: 0; border: 1px solid var(--line); border-radius: 12px; background: var(--card); counter-reset: step; }
.go > li { counter-increment: step; display: grid; grid-template-columns: 1.25rem minmax(0, 1fr) auto; gap: .5rem .75rem; align-items: start; padding: .875rem 1.125rem; }
.go > li + li { border-top: 1px solid var(--line); }
.go > li::before { content: counter(step); font-weight: 650; font-size: 1.125rem; }
.go > .vendor::before { color: var(--vendor); }
.go > .company::before { color: var(--company); }
.links { display: grid; gap: .5rem; justify-items: start; }
.address { display: none; }
.trouble { border-top: 1px solid var(--line); }
.trouble > div { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: .25rem 1.5rem; padding-block: .875rem; border-bottom: 1px solid var(--line); }
.trouble dt span { display: block; }
.trouble dt code { font-weight: 600; }
.trouble dd { display: grid; gap: .25rem; justify-items: start; font-size: .9375rem; }
details { border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
summary { padding: .875rem 1.125rem; cursor: pointer; }
summary h2 { display: inline; font-size: 1.125rem; }
details > div { padding: .25rem 1.125rem 1.25rem; }
:is(ol, ul):not(.go) { padding-left: 1.5rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem; }
li > * + * { margin-top: .5rem; }
.go > li > * { margin-top: 0; }
footer { padding-block: 3rem; }
@media (max-width: 40rem) {
  .facts > div, .trouble > div { grid-template-columns: minmax(0, 1fr); }
  .systems { justify-self: stretch; display: flex; }
  .systems label { flex: 1; padding-inline: .5rem; text-align: center; white-space: nowrap; }
  .term pre { padding: 2.875rem 1rem .8125rem; }
  .go > li { grid-template-columns: 1.25rem minmax(0, 1fr); }
  .go .links { grid-column: 2; }
}
@media print {
  .wrap { max-width: none; }
  .address { display: block; }
  .go > li { grid-template-columns: 1.25rem minmax(0, 1fr); }
  .go .links { grid-column: 2; }
  .system + .system { margin-top: .5rem; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  summary { list-style: none; }
  section { padding-top: 1.5rem; display: block; }
  section > * + *, .notes > * + * { margin-top: .5rem; }
  h2 > i { background: none; color: inherit; border: 1.5px solid; }
  .go > li, .facts > div, .trouble > div { break-inside: avoid; }
}
`;

/** The system of the reader, as far as the browser tells; \`?os=macos\` wins. */
export const SYSTEM_SCRIPT = `
(() => {
  const platform = navigator.userAgentData?.platform ?? navigator.platform;
  const guess = /^mac/i.test(platform) ? 'macos' : /^linux/i.test(platform) ? 'linux' : 'windows';
  const asked = new URLSearchParams(location.search).get('os');
  const choices = [...document.querySelectorAll('input[name=system]')];
  (choices.find(({ value }) => value === asked) ?? choices.find(({ value }) => value === guess)).checked = true;
})();
`;
