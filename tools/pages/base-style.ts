/**
 * What all pages share: colours, type, space, and the small parts. The contrast of every text on every ground it stands on
 * is at least 5.9 : 1. The account's colours are indigo (company) and plum (vendor), which stay apart for colour-blind eyes;
 * and beside each there is always a word.
 */
export const BASE_STYLE = `
:root {
  color-scheme: light dark;
  --page: #faf9f6; --card: #ffffff; --sunk: #f3f1eb; --line: #dfdbd1; --edge: #857f73;
  --ink: #1d2125; --ink-2: #555a60;
  --company: #1c55a3; --company-soft: #eaf1fb; --vendor: #85337a; --vendor-soft: #f9edf7;
  --yes: #14683a; --yes-soft: #e3f4e9; --no: #ae2419; --no-soft: #fdecea; --if: #785000; --if-soft: #fbf2de;
  --sans: system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic UI", "Yu Gothic", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, "Cascadia Mono", Consolas, "Noto Sans Mono", "DejaVu Sans Mono", "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #131519; --card: #1b1e23; --sunk: #23272d; --line: #363b43; --edge: #858c97;
    --ink: #e9e7e2; --ink-2: #aeb3bb;
    --company: #9bbdf7; --company-soft: #1a2433; --vendor: #e6a6db; --vendor-soft: #2b1f2a;
    --yes: #84d8a3; --yes-soft: #16301f; --no: #ffa499; --no-soft: #3d1d1a; --if: #e9c070; --if-soft: #352a13;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { font: 100%/1.65 var(--sans); background: var(--page); color: var(--ink); -webkit-text-size-adjust: 100%; scroll-padding-top: 4.5rem; }
body { margin: 0; overflow-wrap: anywhere; }
div[lang] { display: contents; }
:lang(ja) { line-break: strict; line-height: 1.8; }
h1, h2, h3 { margin: 0; line-height: 1.3; font-weight: 650; text-wrap: balance; }
:is(h1, h2, h3):lang(ja), :is(h1, h2, h3) :lang(ja) { line-height: 1.4; word-break: auto-phrase; }
h1 { font-size: clamp(1.625rem, 1.2rem + 1.6vw, 2.125rem); }
h2 { font-size: 1.375rem; }
h3 { font-size: 1.0625rem; }
p, ul, ol, dl, dd, pre, figure { margin: 0; }
p, li, dd { text-wrap: pretty; }
a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
code, pre, kbd, .mono { font-family: var(--mono); font-size: .8125rem; line-height: 1.65; }
.p code { display: inline-block; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; }
pre.file { white-space: pre; overflow-x: auto; }
.small { font-size: .875rem; }
.quiet { color: var(--ink-2); }
.measure { max-width: 42rem; }
.wrap { max-width: 80rem; margin-inline: auto; padding-inline: clamp(1rem, 3vw, 2rem); }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; border-radius: 4px; }
button, input, textarea, select { font: inherit; color: inherit; }
button { cursor: pointer; }
.btn { display: inline-flex; align-items: center; gap: .5rem; min-height: 2.75rem; padding: .375rem 1rem; border: 1px solid var(--edge); border-radius: 8px; background: var(--card); text-decoration: none; font-size: .9375rem; font-weight: 550; }
.btn:hover { background: var(--sunk); }
.btn.main { background: var(--ink); border-color: var(--ink); color: var(--page); }
.btn.main:hover { opacity: .88; }
svg { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.mark { width: .875em; height: .875em; flex: none; }
.chip { display: inline-flex; align-items: center; gap: .375em; padding: .0625rem .5625rem; border: 1px solid currentColor; border-radius: 99px; font-size: .8125rem; font-weight: 600; line-height: 1.6; white-space: nowrap; }
.chip.company { color: var(--company); background: var(--company-soft); }
.chip.vendor { color: var(--vendor); background: var(--vendor-soft); }
.chip.yes { color: var(--yes); background: var(--yes-soft); }
.chip.no { color: var(--no); background: var(--no-soft); }
.chip.if { color: var(--if); background: var(--if-soft); }
b.c { color: var(--company); font-weight: 600; }
b.v { color: var(--vendor); font-weight: 600; }
html:has(#lang-ja:checked) body [lang=en]:not(.keep), html:has(#lang-en:checked) body [lang=ja]:not(.keep) { display: none; }
.choice { display: inline-flex; min-width: 0; margin: 0; padding: 2px; border: 1px solid var(--edge); border-radius: 8px; background: var(--card); position: relative; }
.choice input { position: absolute; width: 1px; height: 1px; opacity: 0; }
.choice label { padding: .1875rem .6875rem; border-radius: 6px; font-size: .875rem; line-height: 1.5; cursor: pointer; }
.choice input:checked + label { background: var(--ink); color: var(--page); font-weight: 600; }
.choice input:focus-visible + label { outline: 3px solid var(--ink); outline-offset: 3px; }
.top { border-bottom: 1px solid var(--line); background: var(--card); }
.top > .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; padding-block: .5rem; }
.top .lang { margin-left: auto; }
.term { position: relative; border: 1px solid var(--line); border-radius: 10px; background: var(--sunk); }
.term pre { padding: .8125rem 5.75rem .8125rem 1rem; }
.copy { position: absolute; top: .4375rem; right: .4375rem; min-height: 2rem; padding: .125rem .6875rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--card); font-size: .8125rem; font-weight: 600; }
.when-copied, .when-selected, :is([data-said=copied], [data-said=selected]) > .when-copy { display: none; } [data-said=copied] > .when-copied, [data-said=selected] > .when-selected { display: inline; }
.copy:hover { background: var(--page); }
@media (forced-colors: active) {
  .choice input:checked + label { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
@media (prefers-reduced-motion: no-preference) {
  button, .btn, .doc, .stmt, .hop { transition: background-color .18s, border-color .18s, color .18s; }
}
@media print {
  :root { color-scheme: light; --page: #fff; --card: #fff; --sunk: #fff; --line: #bbb; --edge: #777; --ink: #000; --ink-2: #333; --company: #1c55a3; --company-soft: #fff; --vendor: #85337a; --vendor-soft: #fff; --yes: #14683a; --yes-soft: #fff; --no: #ae2419; --no-soft: #fff; --if: #785000; --if-soft: #fff; }
  html { font-size: 10.5pt; }
  .lang, .copy, .btn, .noprint { display: none !important; }
  pre, tr, .doc, section > h2 { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  @page { size: A4; margin: 16mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
}
`;
