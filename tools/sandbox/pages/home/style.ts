/** Of the front page alone: requests beside what decided them, and the two accounts with the border between. */
export const HOME_STYLE = `
html { overflow-anchor: none; }
.skip:not(:focus) { position: absolute; left: -999px; }
.banner { flex-basis: 100%; margin-block: -.5rem .25rem; padding-block: .25rem; background: var(--ink); color: var(--page); font-size: .875rem; box-shadow: 0 0 0 100vmax var(--ink); clip-path: inset(0 -100vmax); }
.brand { font-weight: 650; } .brand small { margin-left: .5rem; font: 400 .8125rem var(--mono); color: var(--ink-2); }
.top nav { display: flex; flex-wrap: wrap; margin-left: auto; } .top .lang { margin-left: 0; }
.top nav a { padding: .375rem .625rem; border-radius: 6px; font-size: .9375rem; text-decoration: none; white-space: nowrap; } .top nav a:hover { background: var(--sunk); }
.top { position: sticky; top: 0; z-index: 2; }
.intro { display: grid; gap: .625rem; padding-block: 2.5rem 2rem; }
.lost { color: var(--no); font-weight: 600; }
.vendors { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin-top: .5rem; } .vendors [aria-current] { background: var(--ink); border-color: var(--ink); color: var(--page); }
.more { padding-block: 3.5rem 0; } footer { padding-block: 4rem 3rem; }
.stage { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 1.75rem; align-items: start; }
.reqs { position: sticky; top: 6.25rem; }
.newest { display: flex; justify-content: space-between; align-items: center; gap: 0 .5rem; min-height: 2.25rem; } .newest h2 { font-size: 1.0625rem; }
.newer { flex: none; padding: .25rem .625rem; border-radius: 99px; background: var(--ink); color: var(--page); font-size: .8125rem; font-weight: 600; text-decoration: none; } .newer[hidden] { display: none; }
.reqs ol { margin-top: .375rem; padding: 0; border: 1px solid var(--line); border-radius: 10px; background: var(--card); list-style: none; overflow-y: auto; overflow-anchor: none; }
#requests { max-height: max(14rem, calc(100vh - 13rem)); } #requests:not(:has(li)) { display: none; }
.reqs li + li { border-top: 1px solid var(--line); }
.req { display: grid; grid-template-columns: 1.25rem minmax(0, 1fr) auto; gap: 0 .5rem; padding: .625rem .75rem; border-left: 4px solid transparent; line-height: 1.5; text-decoration: none; }
.req:hover { background: var(--sunk); } .req:focus-visible { outline-offset: -3px; }
.req .mark { width: 1rem; height: 1rem; margin-top: .3rem; } .req.yes .mark { color: var(--yes); } .req.no .mark { color: var(--no); } .req.if .mark { color: var(--if); }
.req code { grid-column: 2; font-weight: 600; } .req time, .req .who { color: var(--ink-2); font-size: .8125rem; } .req .who { grid-column: 2 / -1; }
.req[aria-current] { border-left-color: var(--ink); background: var(--sunk); }
summary { padding-block: .25rem; cursor: pointer; }
.because { display: grid; align-content: start; gap: .375rem; min-height: 8.5rem; margin-bottom: 1.5rem; padding: .125rem 0 .25rem 1.125rem; border-left: 6px solid var(--edge); }
.because[data-verdict=yes] { border-color: var(--yes); } .because[data-verdict=no] { border-color: var(--no); } .because[data-verdict=if] { border-color: var(--if); }
.because h2 { font-size: clamp(1.25rem, 1rem + 1vw, 1.5rem); } .because h2 .mark { margin-right: .25em; stroke-width: 2.5; }
.because[data-verdict=yes] h2 .mark { color: var(--yes); } .because[data-verdict=no] h2 .mark { color: var(--no); } .because[data-verdict=if] h2 .mark { color: var(--if); }
.because .p { display: block; max-width: 46rem; } .because b { font-weight: 650; }
.lands { position: relative; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); border: 1px solid var(--line); border-radius: 14px; overflow: hidden; background: linear-gradient(90deg, var(--vendor-soft) 50%, var(--company-soft) 50%); }
.lands::before { content: ""; position: absolute; inset: 0 auto 0 50%; border-left: 2px dashed var(--edge); opacity: .7; }
.land { padding: 1rem 1rem .25rem; line-height: 1.5; } .land h3 { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; } .land p { color: var(--ink-2); font-size: .875rem; }
.land.vendor h3 { color: var(--vendor); } .land.company h3 { color: var(--company); }
.hop { position: relative; grid-column: 1 / -1; display: grid; grid-template-columns: subgrid; padding-bottom: 1rem; }
.hop > h3 { grid-column: 1 / -1; grid-row: 1; justify-self: center; z-index: 1; display: flex; align-items: center; gap: .625rem; margin: .875rem 1rem .75rem; padding: .3125rem 1rem .3125rem .375rem; border: 1px solid var(--edge); border-radius: 99px; background: var(--card); font-size: .9375rem; }
.hop[data-hop="1"] > h3 { grid-column: 1; } .hop[data-hop="3"] > h3 { grid-column: 2; }
.hop > h3 i { display: grid; place-items: center; flex: none; min-width: 1.625rem; height: 1.625rem; border-radius: 50%; background: var(--sunk); font-style: normal; font-size: .875rem; } .hop > h3 svg { flex: none; width: 2.25rem; height: .75rem; }
.hop.on > h3 { border: 2px solid var(--ink); } .hop.on > h3 i { background: var(--ink); color: var(--page); }
.side { grid-row: 2; display: grid; align-content: start; gap: .75rem; padding-inline: 1rem; } .side.vendor { grid-column: 1; } .side.company { grid-column: 2; } .side > .name { display: none; }
.doc { padding: .75rem .875rem .8125rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card); } .hop:not(.on) .doc { background: transparent; }
.doc > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .5rem; margin-bottom: .375rem; line-height: 1.5; } .doc > header b { font-size: .9375rem; font-weight: 650; } .doc > header > span:last-child { color: var(--ink-2); font-size: .8125rem; }
.doc ul { padding-left: 1.125rem; }
.doc pre { color: var(--ink-2); word-break: break-all; font-size: .75rem; line-height: 1.6; } .doc pre b:not(.c, .v), .assigned b:not(.c, .v) { color: var(--ink); font-weight: 600; } .doc pre b.differs { color: var(--no) !important; text-decoration: underline wavy; text-underline-offset: .25em; }
.doc details { margin-top: .25rem; color: var(--ink-2); font-size: .8125rem; } .doc details pre { margin-top: .25rem; padding-top: .5rem; border-top: 1px solid var(--line); }
.assigned { color: var(--ink-2); font-size: .8125rem; line-height: 1.6; }
.stmt { margin: 3px -.5rem; padding: 1px .5rem; border-left: 4px solid transparent; border-radius: 4px; }
.stmt.yes { border-left-color: var(--yes); background: var(--yes-soft); } .stmt.no { border-left-color: var(--no); background: var(--no-soft); }
.says { display: flex; align-items: center; gap: .375rem; font-size: .75rem; font-weight: 600; line-height: 1.7; } .stmt.yes .says { color: var(--yes); } .stmt.no .says { color: var(--no); }
.nothing { padding: .75rem .875rem; border: 1px dashed var(--edge); border-radius: 10px; color: var(--ink-2); font-size: .875rem; }
.lead { max-width: 42rem; margin: .375rem 0 1.25rem; color: var(--ink-2); } .progress { margin-bottom: .75rem; font-weight: 600; }
.steps, .cards { padding: 0; list-style: none; display: grid; gap: .875rem; }
.steps > li { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: .25rem 1.5rem; padding-top: .875rem; border-top: 1px solid var(--line); } .steps h3 { margin-top: .25rem; font-size: 1rem; }
.did { margin-top: .375rem; color: var(--ink-2); font-size: .875rem; } .steps li.done .term { opacity: .72; }
.cards { grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 1rem; }
.card { display: grid; grid-template-rows: auto auto 1fr auto; gap: .5rem; padding: 1.125rem 1.25rem; border: 1px solid var(--line); border-radius: 12px; background: var(--card); } .card p { font-size: .9375rem; } .card.is-broken { border: 2px solid var(--no); }
.card form { display: grid; gap: .5rem; justify-items: start; }
.guess { display: flex; flex-wrap: wrap; gap: 0 .875rem; min-width: 0; margin: 0; padding: 0; border: 0; font-size: .875rem; } .guess legend { padding: 0; color: var(--ink-2); } .guess label { display: inline-flex; align-items: center; gap: .375rem; min-height: 2rem; } .guess input { width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--ink); }
.result { display: grid; gap: .5rem; justify-items: start; margin-bottom: 1.25rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-left: 6px solid var(--no); border-radius: 12px; background: var(--card); }
#repairs { display: grid; gap: .5rem; } #repairs form { margin-top: .25rem; }
@media (max-width: 62rem) { .stage { grid-template-columns: minmax(0, 1fr); } .reqs { position: static; } #requests { height: 19.5rem; max-height: none; } }
@media (max-width: 44rem) {
  html { scroll-padding-top: 1rem; } .top { position: static; } .top nav { order: 3; width: calc(100% + 1.25rem); margin: 0 -.625rem; } .top .lang { margin-left: auto; }
  .brand { line-height: 1.4; } .brand small { display: block; margin: 0; }
  .lands { grid-template-columns: minmax(0, 1fr); background: var(--sunk); } .lands::before { display: none; } .land { padding-bottom: .5rem; } .land.vendor { background: var(--vendor-soft); } .land.company { padding-top: .75rem; background: var(--company-soft); }
  .hop { display: block; } .hop > h3 { flex-wrap: wrap; gap: 0 .625rem; width: fit-content; max-width: calc(100% - 1.5rem); margin: 1rem auto .75rem; border-radius: 22px; } .hop > h3 svg { display: none; }
  .side { gap: .375rem; padding-inline: .75rem; } .side + .side { margin-top: .75rem; } .side > .name { display: block; } .side .doc { border-left-width: 4px; } .side.vendor .doc { border-left-color: var(--vendor); } .side.company .doc { border-left-color: var(--company); }
  .steps > li { grid-template-columns: minmax(0, 1fr); } .term pre { padding-right: 1rem; padding-top: 2.75rem; }
}
@media (forced-colors: active) {
  .req, .stmt { border-color: Canvas; } .stmt:is(.yes, .no), .req[aria-current] { border-color: Highlight; } .hop.on > h3 { border-width: 4px; } .banner { forced-color-adjust: none; }
}
@media print { .reqs, .top { position: static; } #requests { max-height: none; height: auto; } .card form, .result form { display: none; } }
`;
