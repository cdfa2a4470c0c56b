import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { novedadesDe, novedadesEnLeame } from '../../../shared/domain/novedades.ts'

describe('what a version brings', () => {
  it.each([
    ['plain lines, marks of lists dropped', '- Uno\n* Dos\n\n3. Tres\n', ['Uno', 'Dos', 'Tres']],
    ['HTML is not shown as HTML', '<ul><li>Uno</li><li>Dos <b>ya</b></li></ul><script>x()</script>', ['Uno', 'Dos ya', 'x()']],
    ['headings of Markdown say nothing', '## 0.2\nUno', ['Uno']],
    ['a note a version', [{ version: '0.2', note: 'Uno' }, { version: '0.1', note: null }, null], ['Uno']],
    ['nothing', null, []],
    ['something else', { a: 1 }, []],
  ])('%s', (_n, notas, lineas) => { expect(novedadesDe(notas)).toEqual(lineas) })

  it('is bounded whatever the feed says', () => {
    const lineas = novedadesDe(Array.from({ length: 500 }, () => 'x'.repeat(5000)).join('\n'))
    expect(lineas).toHaveLength(20)
    expect(Math.max(...lineas.map((l) => l.length))).toBe(500)
  })
})

describe('what the README tells of a version', () => {
  const LEAME = '# P\n\n## Novedades\n\n**0.2** — Comprobante en PDF. Búsqueda por RUT.\n\n**0.1** — Primera versión: planilla, envío.\n\n---\n\n# For developers\n'
  it('takes the entry of that version, a sentence a line', () => {
    expect(novedadesEnLeame(LEAME, '0.2.3')).toEqual(['Comprobante en PDF.', 'Búsqueda por RUT.'])
    expect(novedadesEnLeame(LEAME, '0.1.0')).toEqual(['Primera versión: planilla, envío.'])
    expect(novedadesEnLeame(LEAME, '0.3.0')).toEqual([])
    expect(novedadesEnLeame('', '0.1.0')).toEqual([])
  })
  it('tells of the version that is built', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(novedadesEnLeame(readFileSync('README.md', 'utf8'), version)).not.toEqual([])
  })
})
