/**
 * How a receipt looks on paper: black on white in whatever theme, nothing cut, heads repeated on each page. On screen
 * nothing is laid out: nobody looks at it, and laying out 2,000 alumnos twice would take twice as long.
 */
export const ESTILO_HOJA = `
@media screen { body { display: none } }
* { box-sizing: border-box }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact }
body { margin: 0; color: #16181d; background: #fff; font: 9pt/1.4 system-ui, "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", "DejaVu Sans", sans-serif }
h1 { margin: 0 0 6pt; font-size: 17pt; line-height: 1.2 }
h2 { margin: 14pt 0 4pt; padding-bottom: 2pt; border-bottom: 1pt solid #1f3864; color: #1f3864; font-size: 12.5pt; overflow-wrap: anywhere; break-after: avoid }
h2 small { font-size: 9pt; font-weight: 400 }
h3 { margin: 10pt 0 3pt; font-size: 10pt; break-after: avoid }
p { margin: 0 0 4pt }
code { font: 8pt/1.4 "Cascadia Mono", Consolas, Menlo, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere }
.nota { color: #4a4f59; font-size: 8pt }
.alerta { color: #9a1b1b; font-weight: 600 }
.practica { margin: 0 1pt 8pt 0; padding: 6pt 8pt; border: 1pt solid #6b2fa0; background: #f5eefb; color: #4b1d75 }
.filigrana { position: fixed; z-index: -1; top: 42%; left: 0; right: 0; margin: 0; text-align: center; font-size: 72pt; font-weight: 700; color: #f3ebf9; transform: rotate(-32deg) }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 0 0 6pt }
th, td { padding: 2pt 4pt; border-bottom: .5pt solid #c9cdd6; text-align: start; vertical-align: top; font-weight: 400; overflow-wrap: anywhere }
thead { display: table-header-group }
thead th { border-bottom: 1pt solid #1f3864; color: #1f3864; font-weight: 600; font-size: 8pt; overflow-wrap: normal }
tr { break-inside: avoid }
.ficha th { width: 29%; color: #4a4f59 }
.huellas, .intentos { font-size: 8pt }
.huellas th:first-child { width: 23% }
.huellas th:nth-child(2) { width: 10% }
.huellas th:nth-child(4) { width: 17% }
.huellas code { font-size: 6.3pt }
.intentos th:first-child { width: 6% }
.intentos th:nth-child(4) { width: 8% }
.intentos th:nth-child(5) { width: 24% }
.entero { white-space: nowrap }
.alumnos { font-size: 8pt }
.c-rut { width: 13% } .c-avance { width: 8.5% } .c-tiempo { width: 10.5% } .c-estado { width: 11% } .c-fechas { width: 25% } .c-sence { width: 12% }
.alumno > * { border-bottom: 0; font-weight: 600; break-after: avoid }
.alumno > .lineas { font-weight: 400 }
.lineas { white-space: pre-line }
.detalle { padding: 0 4pt 4pt 14pt; color: #33373f }
.r-rechazado, .r-desconocido { color: #9a1b1b }
`
