/** The receipt out of a real journal: what it says, whatever the texts in it are. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { JSDOM } from 'jsdom'
import Database from 'libsql'
import { afterEach, describe, expect, it } from 'vitest'
import { hacerComprobante } from '../../../electron/services/comprobante/comprobante.ts'
import { TEXTOS_COMPROBANTE as T } from '../../../electron/services/comprobante/textos.ts'
import { CATALOGO_CODIGOS } from '../../../shared/domain/codigos-sence.ts'
import type { Curso } from '../../../shared/domain/curso.ts'
import { ok } from '../../../shared/ipc/result.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'
import { A, AHORA, B, D, montar, OTEC, type Escena, type OpcionesEscena } from './soporte.ts'

const abiertas: Escena[] = []
afterEach(async () => { for (const e of abiertas.splice(0)) await e.cerrar() })
const escena = async (o: OpcionesEscena = {}): Promise<Escena> => { const e = await montar(o); abiertas.push(e); return e }
const curso = (): Curso => cursoDePrueba([{ rut: A, modulos: { M1: 30 } }, { rut: B, modulos: { M1: 10, M2: 5 } }])

async function hecho(e: Escena, id: string, practica = false): Promise<{ doc: Document; crudo: string; hoja: { marca: string | null; trozos: readonly string[] }; nombre: string }> {
  const r = await e.envios.comprobante(id, { version: '9.9.9', practica })
  if (!r.ok) throw new Error(r.falla.codigo)
  const crudo = r.valor.hoja.trozos.join('')
  return { doc: new JSDOM(crudo).window.document, crudo, hoja: r.valor.hoja, nombre: r.valor.nombreArchivo }
}
const ficha = (doc: Document, nombre: string): string[] => [...doc.querySelectorAll('.ficha tr')].filter((f) => f.querySelector('th')?.textContent === nombre).map((f) => f.querySelector('td')?.textContent ?? '')

describe('the receipt of a send', () => {
  it('says who, when, what, what SENCE answered, and the hashes of the very bytes', async () => {
    const e = await escena({ cursos: [cursoDePrueba([{ rut: A, modulos: { M1: 30 } }, { rut: D, modulos: { M1: 10, M2: 5 } }])] })
    const id = await e.enviarTodo()
    const { doc, hoja, nombre } = await hecho(e, id)
    const l = e.diario.envio(id)?.llamadas[0]
    expect(nombre).toBe(`Comprobante 2026-11-24 ${l?.codigoEnvio ?? ''}.pdf`)
    expect([ficha(doc, T.envio.otec), ficha(doc, T.envio.rut)]).toEqual([['Mi OTEC'], ['76.123.456-0']])
    expect(ficha(doc, T.envio.creado)).toEqual(['24-11-2026 15:30:12 hora de Santiago (2026-11-24T18:30:12.000Z UTC)'])
    expect(ficha(doc, T.envio.programa)).toEqual(['Puente SIC 9.9.9'])
    expect(ficha(doc, T.llamada.proceso)).toEqual([l?.idProceso])
    expect(ficha(doc, T.envio.alumnos)).toEqual(['2 alumnos: 1 aceptado, 1 rechazado', '2 alumnos: 1 aceptado, 1 rechazado'])
    expect(doc.documentElement.lang).toBe('es-CL')
    const g = e.diario.evidencia(l?.id ?? '')
    expect([...doc.querySelectorAll('.huellas code')].map((c) => c.textContent)).toEqual([g?.solicitud, g?.respuesta].map((b) => createHash('sha256').update(b ?? '').digest('hex')))
    const [primero, segundo] = [...doc.querySelectorAll('.alumnos tbody')].map((t) => t.textContent)
    expect(primero).toContain('12.345.678-5Ana Soto')
    expect(primero).toContain('Módulo M1: 30 %')
    expect(segundo).toContain(T.alumnos.resultados('rechazado'))
    expect(segundo).toMatch(/SENCE dijo \[01\d\]: /u)
    expect(segundo).toContain(CATALOGO_CODIGOS['011'].queHacer)
    expect(segundo).toContain('Módulo M2: 5 %')
    expect(doc.body.textContent).toContain('No es un documento de SENCE')
    expect(hoja.marca).toBeNull()
    expect(doc.body.textContent).not.toContain(T.filigrana)
  })

  it('says that it is of practice at its head and behind each page', async () => {
    const e = await escena({ cursos: [curso()] })
    const { doc, hoja, nombre } = await hecho(e, await e.enviarTodo(), true)
    expect(hoja.marca).toBe('PRÁCTICA — no es un envío real')
    expect(doc.querySelector('.practica')?.textContent).toContain('No sirve como prueba')
    expect(doc.querySelector('.filigrana')?.textContent).toBe('PRÁCTICA')
    expect(nombre).toContain('de práctica')
  })

  it('does not put the name of an OTEC on the send of another', async () => {
    const e = await escena({ cursos: [curso()] })
    const id = await e.enviarTodo()
    e.credenciales.guardadas = { rutOtec: '11222333-4', nombre: 'Otra', token: null, tokenGuardado: false }
    expect(ficha((await hecho(e, id)).doc, T.envio.otec)).toEqual([])
    expect(ficha((await hecho(e, id)).doc, T.envio.rut)).toEqual([`76.123.456-${OTEC.at(-1) ?? ''}`])
  })

  it('tells each attempt, and what the history said of what was not known', async () => {
    const e = await escena({ cursos: [curso()] })
    e.gestor.malasManeras.codigo002 = { proximas: 1 }
    const { doc } = await hecho(e, await e.enviarTodo())
    const intentos = [...doc.querySelectorAll('.intentos tbody tr')].map((f) => f.textContent)
    expect(intentos).toHaveLength(2)
    expect(intentos[0]).toContain(CATALOGO_CODIGOS['002'].titulo)
    expect(intentos[1]).toContain(T.intentos.conRespuesta)
    expect(doc.querySelectorAll('.huellas tbody tr')).toHaveLength(3)
  })

  it('keeps hostile, long, turned and drawn texts as texts, whole', async () => {
    const HOSTIL = '</td></table><script>alert(1)</script><img src=x onerror=alert(1)>'
    const LARGO = `${'x'.repeat(5000)}fin`
    const e = await escena({ cursos: [curso()] })
    e.planillas.nombres = () => Promise.resolve(ok([{ rut: '12.345.678-5', nombre: `\u202Eאבגד 👩🏽‍🎓 ${HOSTIL}` }]))
    const id = await e.enviarTodo()
    const antes = (await hecho(e, id)).doc.querySelectorAll('*').length
    const bd = new Database(path.join(e.carpeta, 'diario.db'))
    bd.prepare('UPDATE envio SET nombre_archivo = ?').run(`${HOSTIL}.xlsx`)
    bd.prepare("UPDATE alumno SET resultado = 'rechazado', codigo = '047', mensaje = ? WHERE rut = ?").run(`${LARGO}${HOSTIL}`, B)
    bd.prepare('UPDATE llamada SET respuesta_sic = ?').run(`a\u0001${HOSTIL}`)
    bd.close()
    const { doc, crudo } = await hecho(e, id)
    expect(crudo).not.toMatch(/<script|<img|onerror=alert\(1\)>[^&]/u)
    expect(doc.querySelectorAll('script, img, iframe, link:not([href="/estilo.css"]), style, [onerror], a')).toHaveLength(0)
    expect(doc.querySelectorAll('*').length).toBe(antes)
    expect(doc.body.textContent).toContain(LARGO)
    expect(doc.body.textContent?.split(HOSTIL).length).toBe(5)
    expect(ficha(doc, T.llamada.sic)[0]).toContain('a␁')
  })

  it('says so where the bytes are not those that were noted, or cannot be read as a course', async () => {
    const e = await escena({ cursos: [curso()] })
    const id = await e.enviarTodo()
    const bd = new Database(path.join(e.carpeta, 'diario.db'))
    bd.exec("UPDATE contenido SET octetos = x'7B226C69737461416C756D6E6F73223A' WHERE que = 'solicitud'") // {"listaAlumnos":
    bd.close()
    const { doc } = await hecho(e, id)
    expect([...doc.querySelectorAll('.alerta')].map((p) => p.textContent)).toEqual([expect.stringContaining('no calza'), T.alumnos.ilegible])
    expect(doc.querySelectorAll('.alumnos tbody')).toHaveLength(2)
  })

  it('lets main rest while it is made, and refuses in words a send that is not there', async () => {
    const muchos = Array.from({ length: 300 }, (_, i) => ({ rut: A + i * 7, modulos: { M1: 10 } }))
    const e = await escena({ cursos: [cursoDePrueba(muchos)] })
    const id = await e.enviarTodo()
    let vueltas = 0
    let sigue = true
    const contar = (): void => { vueltas += 1; if (sigue) setImmediate(contar) }
    setImmediate(contar)
    await hacerComprobante({ diario: e.diario, registro: e.puertos.registro }, id, { otec: null, version: '0', practica: false, ahora: AHORA, nombres: new Map() })
    sigue = false
    expect(vueltas).toBeGreaterThanOrEqual(300 / 25)
    expect(await e.envios.comprobante('no-esta', { version: '0', practica: false })).toMatchObject({ ok: false, falla: { codigo: 'envio-no-existe' } })
  })
})
