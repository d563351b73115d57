/** The one style sheet of public pages: the tokens of app/tokens.css, one column, light and dark, phone and print. */
export const style = `
:root{color-scheme:light dark;--ink:light-dark(#16191d,#e6e8eb);--muted:light-dark(#565f6a,#9aa3ae);--paper:light-dark(#fff,#121417);--wash:light-dark(#f4f5f7,#1b1e22);--line:light-dark(#dcdfe4,#2e3338);--line-strong:light-dark(#7d8590,#727b86);--accent:light-dark(#23427e,#a3bdf2)}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:76rem;padding:1rem 1rem 4rem;overflow-wrap:break-word}
h1{font-size:1.75rem;line-height:1.25;margin:1.5rem 0 .5rem;max-width:40ch}
h2{font-size:1.125rem;margin:0 0 .5rem}
h3{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.5rem 0}
.words,.abstract,.front p,.front ul,.ends p,.ends ul,.ends ol,.ends dl{max-width:72ch}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
.muted,figcaption p,.note{color:var(--muted);font-size:.875rem}
.note p,figcaption p{margin:.125rem 0}
nav.settings{border-block:1px solid var(--line);margin:1.5rem 0;padding:.5rem 0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
nav.settings div{display:flex;flex-wrap:wrap;gap:.25rem .5rem;align-items:baseline}
nav.settings a,nav.settings b{padding:.25rem .125rem}
.panels{display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:2.5rem 2rem}
.panel{min-width:0;break-inside:avoid}
figure{margin:0 0 1rem}
figcaption b{font-size:1rem}
.plot{overflow-x:auto;margin:.5rem 0}
.plot svg{display:block;max-width:100%;height:auto}
.plot .narrow{display:none}
.take{font-size:.875rem;display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.25rem 0;padding:0;list-style:none}
.scroll{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;font-size:.875rem;width:100%}
caption{text-align:left;padding:.25rem .5rem}
th,td{text-align:left;padding:.25rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
th[scope=row]{min-width:9rem;font-weight:500}
td.n,th.n{text-align:right;white-space:nowrap}
td.n.wide{white-space:normal}
dl{display:grid;grid-template-columns:minmax(6rem,max-content) minmax(0,1fr);gap:.25rem 1rem}
dt{color:var(--muted)}dd{margin:0}
code{font-family:ui-monospace,"SF Mono","DejaVu Sans Mono",Consolas,monospace;font-size:.875em;overflow-wrap:anywhere}
pre{overflow-x:auto;background:var(--wash);padding:.5rem}
blockquote{border-left:2px solid var(--line-strong);margin:.5rem 0;padding-left:.75rem;color:var(--muted)}
.absent{border:1px solid var(--line);background:var(--wash);padding:.5rem 1rem}
.ends>section{border-top:1px solid var(--line);margin-top:2rem;padding-top:1rem}
@media (max-width:60rem){.panel{grid-column:1/-1!important}h1{font-size:1.375rem}.plot .wide{display:none}.plot .narrow{display:block}dl{grid-template-columns:minmax(0,1fr)}dd{margin-bottom:.25rem}}
@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:10pt}nav.settings a,.take,.skip{display:none}.panels{display:block}.panel{margin-bottom:1.5rem}.plot .narrow{display:none}.plot .wide{display:block}a{color:inherit}.ends a[href^="http"]{overflow-wrap:anywhere}}
`;
