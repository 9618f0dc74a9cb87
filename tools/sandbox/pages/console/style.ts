/** Paper, ink and the two accounts' colours: nothing here looks like AWS's console, and the words do the rest. */
export const STYLE = `
.top { background: var(--ink); color: var(--page); border: 0; font-size: .875rem; }
.top > .wrap { padding-block: .4375rem; }
.top :focus-visible, .top .choice input:focus-visible + label { outline-color: var(--page); }
.top .choice { background: transparent; border-color: currentColor; }
.top .choice input:checked + label { background: var(--page); color: var(--ink); }
main { padding-block: 2rem 3rem; }
.path { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: .5rem; margin-bottom: 1.5rem; }
.path a { display: flex; gap: .625rem; align-items: center; min-height: 2.75rem; height: 100%; padding: .5rem .75rem; border-top: 3px solid var(--company); text-decoration: none; font-size: .9375rem; line-height: 1.5; color: var(--ink-2); }
.path a:hover { background: var(--sunk); }
.path b { font-size: 1.125rem; }
.path [aria-current] { color: var(--ink); font-weight: 650; background: var(--card); border-top-width: 6px; }
.path .vendor a { border-color: var(--vendor); }
.screen { border: 1px solid var(--edge); border-radius: 14px; background: var(--card); overflow: hidden; }
.addr { display: flex; gap: .75rem; align-items: center; background: var(--sunk); border-bottom: 1px solid var(--line); padding: .5rem 1rem; }
.addr b { flex: none; display: grid; place-items: center; width: 1.625rem; height: 1.625rem; border-radius: 50%; background: var(--ink); color: var(--page); font-size: .875rem; }
.addr code { min-width: 0; max-height: 6.5rem; overflow: auto; }
.addr .p, .from { border-bottom: 2px solid currentColor; font-weight: 600; color: var(--company); }
.who { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); gap: .75rem; padding: 1rem 1.25rem; border-bottom: 1px solid var(--line); }
.who > svg { width: 2.25rem; align-self: center; color: var(--ink-2); }
.slot { border: 2px solid var(--edge); border-radius: 10px; padding: .5rem .875rem .625rem; line-height: 1.5; display: grid; gap: .125rem; align-content: center; }
.slot p { font-size: .8125rem; color: var(--ink-2); }
.slot p.name { font-size: 1rem; font-weight: 650; color: inherit; }
.slot .name svg { margin-right: .375em; vertical-align: -.1em; }
.slot .state { font-weight: 600; }
.slot code { font-size: .75rem; }
.slot.vendor.on { border-color: var(--vendor); background: var(--vendor-soft); }
.slot.company.on { border-color: var(--company); background: var(--company-soft); }
.slot.vendor.on :is(.state, .name) { color: var(--vendor); }
.slot.company.on :is(.state, .name) { color: var(--company); }
.slot.off { border-style: dashed; }
.slot.off .name { color: var(--ink-2); }
summary { padding-block: .5rem; font-weight: 600; cursor: pointer; }
.body > p { max-width: 46rem; }
details > * + * { margin-top: .75rem; }
.link { display: inline-block; min-height: 1.75rem; padding: 0 .125rem; border: 0; background: none; font-size: .875rem; font-weight: 600; text-decoration: underline; text-underline-offset: .2em; }
.body { padding: 2rem clamp(1rem, 4vw, 2.5rem) 2.5rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
.body h1 { font-size: 1.625rem; }
.body h2 { font-size: 1.1875rem; }
.tile { border: 1px solid var(--line); border-radius: 12px; max-width: 42rem; }
.tile, .tile ul { list-style: none; padding: 0; }
.tile > h2, .tile li { padding: .875rem 1.125rem; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; }
.tile > h2 { font-size: 1rem; justify-content: start; }
.tile li:last-child { border-bottom: 0; }
.tile small, .field small { display: block; color: var(--ink-2); font-size: .8125rem; line-height: 1.6; }
.tile li > span { min-width: 0; flex: 1 1 14rem; }
.split { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 2.5rem; align-items: start; }
.fields > form { display: grid; gap: 1.125rem; max-width: 34rem; justify-items: start; }
.field { display: grid; gap: .25rem; width: 100%; }
.field label { font-weight: 600; display: flex; gap: .625rem; align-items: center; flex-wrap: wrap; }
.field input { width: 100%; min-height: 2.75rem; padding: .375rem .75rem; border: 1px solid var(--edge); border-radius: 8px; background: var(--card); font-family: var(--mono); font-size: .9375rem; }
.from { font-family: var(--mono); font-size: .75rem; line-height: 1.4; }
aside { border-left: 3px solid var(--line); padding-left: 1.25rem; display: grid; gap: .5rem; font-size: .9375rem; }
aside h2 { font-size: .9375rem; }
.panel { border: 1px solid var(--edge); border-left-width: 6px; border-radius: 10px; padding: 1.125rem 1.375rem 1.25rem; display: grid; gap: .5rem; max-width: 46rem; }
.panel.no { border-color: var(--no); background: var(--no-soft); }
.panel.if { border-color: var(--if); background: var(--if-soft); }
.panel.no h2 { color: var(--no); }
.panel.if h2 { color: var(--if); }
.panel h2 > svg { margin-right: .375em; stroke-width: 2.5; }
.panel .chip { margin-left: .375rem; vertical-align: .1em; }
blockquote { margin: 0; padding-left: .875rem; border-left: 3px solid currentColor; font-weight: 600; }
.crumbs { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .125rem .5rem; font-family: var(--mono); font-size: .875rem; }
.crumbs a { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; }
.tablewrap { border: 1px solid var(--line); border-radius: 12px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .75rem 1.125rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
tr:last-child > td { border-bottom: 0; }
th { font-size: .8125rem; color: var(--ink-2); font-weight: 600; }
td:first-child { white-space: normal; overflow-wrap: anywhere; min-width: 8rem; }
td:last-child { text-align: right; }
td code { font-size: .875rem; font-weight: 600; }
td small { display: none; color: var(--ink-2); }
.try form { display: flex; flex-wrap: wrap; gap: .625rem; }
.try { display: grid; gap: .625rem; }
.foot { margin-top: 1.5rem; }
.foot a { display: inline-block; min-height: 1.5rem; }
@media (min-width: 44rem) {
  .top { position: sticky; top: 0; z-index: 1; }
}
@media (max-width: 44rem) {
  .path { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .who { grid-template-columns: minmax(0, 1fr); padding: .75rem; gap: .375rem; }
  .who > svg { transform: rotate(90deg); justify-self: center; height: 1rem; }
  .split { grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
  .body .btn.main { width: 100%; justify-content: center; }
  th, td { padding-inline: .75rem; }
  :is(th, td):is(:nth-child(2), :nth-child(3)) { display: none; }
  td small { display: block; }
}
@media (forced-colors: active) {
  .slot.on { border-width: 4px; }
  .path [aria-current] { border-color: Highlight; }
}
`;
