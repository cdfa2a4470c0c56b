import { JSDOM } from 'jsdom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aislado, escapar, html, legible } from '../../../electron/services/html-seguro.ts'

/** One, asked many times: making one takes longer than all that is asked of it. */
const lector = new (new JSDOM('').window.DOMParser)()

describe('markup of ours', () => {
  it('keeps any text a text, in an element and in an attribute', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<script>alert(1)</script>', '</td></table><img src=x onerror=alert(1)>', '" onload="x', '\'', '&lt;', '&#0;', ']]>', '<!--', '\u202E\u2066')), (t) => {
      const document = lector.parseFromString(html`<p title="${t}">${t}</p>`.texto, 'text/html')
      expect(document.body.children).toHaveLength(1)
      expect(document.querySelector('p')?.children).toHaveLength(0)
      expect(document.querySelector('p')?.textContent).toBe(legible(t))
      expect(document.querySelector('p')?.getAttribute('title')).toBe(legible(t))
    }), { seed: 20261125, numRuns: 300 })
  })

  it('shows what paper cannot: control characters as their pictures, half a pair as a mark', () => {
    expect(escapar('a\u0000b\u001Bc\u007Fd\nf\tg\r\nh\ud800')).toBe('a␀b␛c␡d\nf\tg\nh\uFFFD')
    expect(escapar('👩🏽‍🎓 Ñandú')).toBe('👩🏽‍🎓 Ñandú')
  })

  it('does not let a text that turns the reading turn what follows it', () => {
    expect(aislado('MOD\u202E-1').texto).toBe('<bdi>MOD\u202E-1</bdi>')
    expect(aislado('מודול').texto).toBe('<bdi>מודול</bdi>')
    expect(aislado('MÓD-1 <b>').texto).toBe('MÓD-1 &lt;b&gt;')
  })

  it('takes pieces of its own as they are, and nothing for null', () => {
    expect(html`<ul>${['a', '<'].map((t) => html`<li>${t}</li>`)}</ul>${null}${3}`.texto).toBe('<ul><li>a</li><li>&lt;</li></ul>3')
  })
})
