import { expect, it } from 'vitest'
import { leerNombreDeRespaldo, nombreDeRespaldo, respaldosDeMas } from '../../../shared/domain/respaldos.ts'
import { ESTADOS_LLAMADA, esFinal } from '../../../shared/domain/llamada.ts'
import { alRestaurar } from '../../../electron/adapters/diario-restaurado.ts'

const RUT = '76123456-0'
const de = (momento: string, mas: Partial<Parameters<typeof nombreDeRespaldo>[0]> = {}): string => nombreDeRespaldo({ rutOtec: RUT, momento, clase: 'automático', equipo: 'ab12cd', ...mas })
const dias = (cuantos: number): string[] => Array.from({ length: cuantos }, (_, i) => new Date(Date.UTC(2026, 10, 25) - i * 86_400_000).toISOString().slice(0, 10))

it('reads back the names that it gives, also taken apart as some systems keep them, and no other', () => {
  expect(leerNombreDeRespaldo(de('2026-11-25 0905').normalize('NFD'))).toEqual({ rutOtec: RUT, momento: '2026-11-25 0905', clase: 'automático', equipo: 'ab12cd' })
  for (const otro of ['notas.txt', `copia de ${de('2026-11-25 0905')}`, `${de('2026-11-25 0905')}.tmp`]) expect(leerNombreDeRespaldo(otro)).toBeNull()
})

it('keeps the last one of seven days and of four weeks before them', () => {
  const archivos = dias(90).flatMap((d) => [de(`${d} 0905`), de(`${d} 1730`)])
  const sobran = new Set(respaldosDeMas(archivos, RUT, 'ab12cd'))
  const quedan = archivos.filter((a) => !sobran.has(a)).map((a) => leerNombreDeRespaldo(a)?.momento)
  expect(quedan).toHaveLength(11)
  expect(quedan.every((m) => m?.endsWith('1730'))).toBe(true)
  expect(quedan.slice(0, 7).map((m) => m?.slice(0, 10))).toEqual(dias(7))
})

it('never counts as too many what the person made, nor what is of another OTEC or computer', () => {
  const ajenos = dias(40).flatMap((d) => [de(`${d} 0905`, { clase: 'a mano' }), de(`${d} 0905`, { clase: 'antes de restaurar' }), de(`${d} 0905`, { equipo: 'ffffff' }), de(`${d} 0905`, { rutOtec: '77654308-K' })])
  expect(respaldosDeMas([...ajenos, 'foto.jpg'], RUT, 'ab12cd')).toEqual([])
})

it('no call of a restored journal is left where it could go out by itself', () => {
  for (const estado of ESTADOS_LLAMADA) {
    for (const porVenir of [true, false]) {
      const queda = alRestaurar(estado, porVenir)
      expect(queda, estado).toBe(esFinal(estado) ? estado : estado === 'programado' && porVenir ? 'vencido' : 'desconocido')
    }
  }
})
