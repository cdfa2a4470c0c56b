import { describe, expect, it } from 'vitest'
import { esDeConfianza } from '../../../electron/security/remitente.ts'

type Evento = Parameters<typeof esDeConfianza>[0]
type Ventana = Parameters<typeof esDeConfianza>[1]

/** A window with its page, as far as the check looks at them. */
function escena(url = 'app://puente/index.html') {
  const marco = { url }
  const contenidos = { mainFrame: marco }
  const ventana = { isDestroyed: () => false, webContents: contenidos } as unknown as NonNullable<Ventana>
  const evento = { sender: contenidos, senderFrame: marco } as unknown as Evento
  return { ventana, evento, contenidos }
}

describe('esDeConfianza', () => {
  it('trusts the top frame of our window on our page', () => {
    const { ventana, evento } = escena()
    expect(esDeConfianza(evento, ventana, null)).toBe(true)
  })
  it('does not trust an inner frame, even with our URL', () => {
    const { ventana, contenidos } = escena()
    expect(esDeConfianza({ sender: contenidos, senderFrame: { url: 'app://puente/index.html' } } as unknown as Evento, ventana, null)).toBe(false)
  })
  it('does not trust another contents, even with our URL', () => {
    const { ventana } = escena()
    expect(esDeConfianza(escena().evento, ventana, null)).toBe(false)
  })
  it('does not trust our window on a foreign page', () => {
    const { ventana, evento } = escena('https://app.puente.cl/index.html')
    expect(esDeConfianza(evento, ventana, null)).toBe(false)
  })
  it('does not trust a frame that is gone, nor anybody without a window', () => {
    const { ventana, evento, contenidos } = escena()
    expect(esDeConfianza({ sender: contenidos, senderFrame: null } as unknown as Evento, ventana, null)).toBe(false)
    expect(esDeConfianza(evento, null, null)).toBe(false)
    expect(esDeConfianza(evento, { ...ventana, isDestroyed: () => true } as never, null)).toBe(false)
  })
})
