/** What belongs to the report alone. */
export const STYLE = `
.top .btn { min-height: 2.25rem; padding-block: 0; margin-left: auto; }
.top .btn + .lang { margin-left: 0; }
.top b { font-weight: 650; }
.wrap { max-width: 72rem; }
main section { padding-top: 3rem; display: grid; gap: 1rem; }
.head { padding-top: 2.5rem; display: grid; gap: .375rem; }
.meta > [lang] { display: contents; }
.meta { display: flex; flex-wrap: wrap; gap: 0 1.5rem; font-size: .875rem; color: var(--ink-2); }
#verdict { margin-top: 1.5rem; }
.verdict { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .125rem 1.125rem; padding: 1.25rem 1.5rem; border: 2px solid; border-radius: 14px; align-items: center; }
.verdict .mark { width: 2.75rem; height: 2.75rem; grid-row: span 2; }
.verdict h2 { font-size: clamp(1.25rem, 1rem + 1.2vw, 1.625rem); }
.verdict p { color: var(--ink); font-size: .9375rem; }
.verdict.yes { color: var(--yes); background: var(--yes-soft); }
.verdict.no { color: var(--no); background: var(--no-soft); }
.verdict.if { color: var(--if); background: var(--if-soft); }
.note { margin-top: .75rem; font-size: .875rem; color: var(--ink-2); }
.note.warn { color: var(--if); border: 2px solid; border-radius: 10px; padding: .625rem .875rem; background: var(--if-soft); font-weight: 600; }
dl.promise { display: grid; grid-template-columns: 8rem minmax(0, 1fr); border-top: 1px solid var(--line); }
.promise > * { padding-block: .625rem; border-bottom: 1px solid var(--line); }
dt { color: var(--ink-2); font-size: .9375rem; }
dd li { list-style: none; } dd ul { padding: 0; }
.hops { list-style: none; padding: 1.25rem 1.125rem; display: grid; grid-template-columns: 1fr auto 1fr auto 1fr auto 1fr; align-items: center; border: 1px solid var(--line); border-radius: 14px; background: linear-gradient(90deg, var(--vendor-soft) 50%, var(--company-soft) 50%); position: relative; }
.hops::before { content: ""; position: absolute; inset: 0 auto 0 50%; border-left: 2px dashed var(--edge); }
.node { background: var(--card); border: 2px solid var(--vendor); border-radius: 10px; padding: .5rem .75rem; font-size: .875rem; line-height: 1.45; z-index: 1; }
.node.company { border-color: var(--company); }
.node b, .node > span { display: block; }
.node > span { color: var(--ink-2); font-size: .8125rem; }
.node .chip { display: inline-flex; margin-bottom: .25rem; }
.arrow { width: 7rem; text-align: center; font-size: .8125rem; line-height: 1.4; padding-inline: .375rem; z-index: 1; }
.arrow::after { content: "→"; display: block; font-size: 1.25rem; line-height: 1; }
.arrow b { display: inline-block; background: var(--card); border: 1px solid var(--edge); border-radius: 99px; padding: 0 .5rem; }
.arrow small { display: block; font-size: .75rem; }
.arrow.both { background: var(--card); border: 2px solid var(--ink); border-radius: 10px; padding-block: .375rem; margin-inline: .5rem; }
.counter { border: 2px solid var(--no); border-radius: 14px; padding: 1.25rem 1.5rem !important; margin-top: 1.5rem; }
.counter h2 { color: var(--no); }
.counter h3 { margin-top: .5rem; }
.counter.unjudged { border-color: var(--if); } .counter.unjudged h2 { color: var(--if); }
.rows > div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0 1rem; font-size: .9375rem; }
.theirs { padding-top: .625rem; }
.grid { border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
table { border-collapse: collapse; width: 100%; line-height: 1.5; }
th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); text-align: left; }
tr:last-child > * { border-bottom: 0; }
thead th { font-size: .8125rem; vertical-align: bottom; color: var(--ink-2); font-weight: 600; }
thead code { display: block; font-size: .75rem; font-weight: 400; }
tbody th { font-weight: 600; font-size: .9375rem; min-width: 13rem; }
tbody small { display: block; font-weight: 400; color: var(--ink-2); font-size: .8125rem; }
tbody td { padding: .25rem .375rem; }
.cell { display: flex; width: 100%; min-height: 2.5rem; padding: .25rem .5rem; border: 2px solid transparent; border-radius: 8px; background: none; font-size: .875rem; font-weight: 600; text-align: left; align-items: center; }
.cell:hover { background: var(--sunk); }
.cell[aria-pressed=true] { border-color: var(--ink); }
.cell .is { display: inline-flex; align-items: center; gap: .375rem; }
.cell .of { display: none; }
.cell.can { color: var(--yes); background: var(--yes-soft); }
.cell.cannot { color: var(--ink-2); } .cell.cannot .mark { color: var(--no); }
.cell:is(.theirs, .undecided) { color: var(--if); background: var(--if-soft); }
.cell:is(.extra, .missing) { color: var(--no); background: var(--no-soft); border-color: var(--no); }
#reason { min-height: 3.5rem; border-left: 6px solid var(--ink); padding-left: 1.125rem; max-width: 52rem; }
#reason:empty { border-color: var(--line); }
.docs { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; align-items: start; }
.doc { border: 1px solid var(--line); border-top: 4px solid var(--company); border-radius: 10px; background: var(--card); }
.doc.vendor { border-top-color: var(--vendor); }
.doc label { display: block; padding: .625rem .875rem .25rem; font-weight: 650; font-size: .9375rem; line-height: 1.5; }
.doc small { display: block; font-weight: 400; color: var(--ink-2); }
.doc textarea { display: block; width: 100%; border: 0; background: none; resize: vertical; padding: .375rem .875rem .75rem; font: .75rem/1.65 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; field-sizing: content; }
.doc textarea:focus-visible { outline-offset: -3px; border-radius: 10px; }
.doc.edited { box-shadow: inset 0 0 0 2px var(--if); }
.doc pre { display: none; }
details > summary { cursor: pointer; padding-block: .625rem; font-weight: 600; }
.live { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; position: sticky; bottom: 0; background: var(--page); border-top: 1px solid var(--line); padding-block: .75rem; z-index: 2; }
.live output { font-weight: 600; flex: 1 1 16rem; } .live output .mark { margin-right: .5rem; vertical-align: -.1em; }
.live .btn { min-height: 2.75rem; font-size: .875rem; }
.limits { padding-left: 1.25rem; display: grid; gap: .375rem; max-width: 50rem; }
.sign { display: grid; grid-template-columns: 2fr 1fr 2fr; gap: 2rem; }
.sign div { border-top: 1px solid var(--edge); padding-top: .375rem; margin-top: 3rem; font-size: .875rem; color: var(--ink-2); }
footer { padding-block: 2rem 3rem; display: grid; gap: .5rem; }
@media screen and (max-width: 56rem) {
  .docs { grid-template-columns: minmax(0, 1fr); }
  .hops { grid-template-columns: minmax(0, 1fr); background: linear-gradient(180deg, var(--vendor-soft) 50%, var(--company-soft) 50%); }
  .hops::before { inset: 50% 0 auto 0; border-left: 0; border-top: 2px dashed var(--edge); }
  .arrow::after { content: "↓"; }
  .arrow { width: auto; padding-block: .625rem; } .arrow.both { justify-self: center; padding-inline: .875rem; margin-block: .5rem; }
  dl.promise, .rows > div { grid-template-columns: minmax(0, 1fr); }
  .promise dt { border: 0; padding-bottom: 0; } .promise dd { padding-top: 0; }
}
@media screen and (max-width: 48rem) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table, tbody, tbody tr, tbody td, tbody th { display: block; }
  tbody th { border: 0; padding-bottom: .125rem; }
  tbody tr { border-bottom: 1px solid var(--line); padding-bottom: .5rem; }
  tbody td { border: 0; padding: .125rem .75rem; }
  .cell { display: grid; grid-template-columns: minmax(0, 9rem) minmax(0, 1fr); min-height: 2.75rem; }
  .cell .of { display: block; font-weight: 400; font-size: .8125rem; color: var(--ink-2); }
  .live { position: static; }
  .sign { grid-template-columns: 1fr; gap: 0; }
}
@media (forced-colors: active) {
  .cell { border-color: Canvas; } .cell[aria-pressed=true] { border-color: Highlight; } .arrow.both { border-width: 4px; }
}
.unsigned { display: none; } main:has(#edited:not([hidden])) .unsigned { display: block; } main:has(#edited:not([hidden])) .sign { display: none; }
@media print {
  main section { padding-top: 1.5rem; }
  .docs { display: block; } .doc { margin-bottom: .75rem; }
  .doc textarea { display: none; } .doc pre { display: block; padding: .125rem .75rem .5rem; font-size: 7.5pt; line-height: 1.35; }
  .doc, .last, .verdict, .hops, .rows { break-inside: avoid; }
  .doc label { padding-top: .375rem; }
  .measure { break-after: avoid; }
  #reason { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .cell { min-height: 0; padding: 0 .25rem; } th, td { padding: .25rem .375rem; }
  .hops { background: none; padding: .5rem; }
  .hops .chip { font-size: 7pt; margin: 0; }
  .node { padding: .25rem .375rem; font-size: 8pt; } .node > span { font-size: 7.5pt; }
  .arrow { width: 4.75rem; font-size: 7.5pt; padding-inline: .125rem; } .arrow.both { margin-inline: .25rem; } .arrow small { font-size: 7pt; }
  footer { padding-block: 1rem 0; } .term pre { padding: .25rem .75rem; }
  .promise > * { padding-block: .25rem; }
  .head { padding-top: .75rem; }
  table, table * { overflow-wrap: normal; } tbody th { overflow-wrap: anywhere; min-width: 11.5rem; font-size: 8pt; } .promise { break-inside: avoid; }
  td { word-break: keep-all; } .hops b { font-size: 6.5pt; } .limits { font-size: 9pt; line-height: 1.5; } .limits li { margin: .125rem 0; }
  summary { list-style: none; break-after: avoid; }
}
`;
