import { memo, useRef, useState } from 'react'
import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { formatFecha, formatInstante, hoyEnSantiago } from '../../../shared/domain/fecha.ts'
import type { PuntoAlumno } from '../../../shared/ipc/modelos-personas.ts'
import { ALUMNO } from '../../textos/personas.ts'
import { FormaMarca, formaDe } from './forma-marca.tsx'
import { enLinea, mover, type Marca, type Serie } from './series.ts'

const COLORES = 6
const TRAZOS = ['', '7 4', '2 3', '10 3 2 3', '14 5', '5 2 2 2 2 2'] as const
const color = (s: number): string => `var(--color-serie-${(s % COLORES) + 1})`
const grosor = (s: number): number => s === 0 ? 3 : 1.75
const trazo = (s: number): string => TRAZOS[s % TRAZOS.length] ?? ''
const ALTO = 340
const letra = { fill: 'var(--color-texto-suave)', fontSize: 12 }

/** A plot by time whose marks are gone through with the arrows; each leads to its send. Nothing in it moves by itself. */
export function GraficoAvance({ nombre, series, alAbrir }: { nombre: string; series: readonly Serie[]; alAbrir: (p: PuntoAlumno) => void }) {
  const marco = useRef<HTMLDivElement>(null)
  const [en, setEn] = useState<Lugar>([0, 0])
  const abrir = (objetivo: EventTarget): void => {
    const lugar = lugarDe(objetivo)
    const marca = lugar === null ? undefined : series[lugar[0]]?.marcas[lugar[1]]
    if (marca !== undefined) alAbrir(marca.punto)
  }
  const tecla = (e: React.KeyboardEvent): void => {
    const lugar = lugarDe(e.target)
    if (e.key === 'Enter') { abrir(e.target); return }
    const a = lugar === null ? null : mover(series, lugar, e.key)
    if (a === null) return
    e.preventDefault()
    marco.current?.querySelector<SVGElement>(`[data-marca="${a.join('-')}"]`)?.focus()
  }
  const mirar = (objetivo: EventTarget): void => { const lugar = lugarDe(objetivo); if (lugar !== null) setEn(lugar) }
  // One stop for the Tab key, where one was. Set by hand: the marks are not drawn again for it, or the focus would be lost.
  const entrar = (objetivo: EventTarget): void => {
    if (lugarDe(objetivo) === null) return
    for (const m of marco.current?.querySelectorAll('[data-marca][tabindex="0"]') ?? []) m.setAttribute('tabindex', '-1')
    if (objetivo instanceof SVGElement) objetivo.setAttribute('tabindex', '0')
    mirar(objetivo)
  }
  const serie = series[en[0]]
  const marca = serie?.marcas[en[1]]
  return (
    <div ref={marco} className="grafico" role="toolbar" tabIndex={-1} aria-label={nombre} onKeyDown={tecla} onFocus={e => { entrar(e.target) }} onMouseOver={e => { mirar(e.target) }} onClick={e => { abrir(e.target) }}>
      <Trazado series={series} />
      <p className="grafico-detalle">{serie !== undefined && marca !== undefined ? decir(serie, marca) : ''}</p>
      <ul className="grafico-leyenda">
        {series.map((s, i) => <li key={s.nombre}><svg width="34" height="10" aria-hidden="true"><line x1="0" y1="5" x2="34" y2="5" stroke={color(i)} strokeWidth={grosor(i)} strokeDasharray={trazo(i)} /></svg><span>{s.nombre}</span></li>)}
      </ul>
    </div>
  )
}

type Lugar = readonly [number, number]
function lugarDe(objetivo: EventTarget): Lugar | null {
  const dato = objetivo instanceof Element ? objetivo.closest('[data-marca]')?.getAttribute('data-marca') : undefined
  const [s, n] = dato?.split('-').map(Number) ?? []
  return s === undefined || n === undefined ? null : [s, n]
}

const Trazado = memo(function Trazado({ series }: { series: readonly Serie[] }) {
  return (
    <ResponsiveContainer width="100%" height={ALTO}>
      <LineChart accessibilityLayer={false} margin={{ top: 12, right: 20, bottom: 4, left: 0 }}>
        <CartesianGrid stroke="var(--color-borde)" vertical={false} />
        <XAxis dataKey="ms" type="number" scale="time" domain={['dataMin', 'dataMax']} padding={{ left: 12, right: 12 }} tick={letra} stroke="var(--color-borde-fuerte)" minTickGap={36} allowDuplicatedCategory={false} tickFormatter={(ms: number) => formatFecha(hoyEnSantiago(new Date(ms)))} />
        <YAxis domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} tick={letra} stroke="var(--color-borde-fuerte)" width={48} unit=" %" />
        {series.map((s, i) => <Line key={s.nombre} data={s.marcas.filter(enLinea)} dataKey="avance" stroke={color(i)} strokeWidth={grosor(i)} strokeDasharray={trazo(i)} dot={false} activeDot={false} isAnimationActive={false} type="linear" />)}
        {series.map((s, i) => (
          <Line key={`${s.nombre} marks`} data={s.marcas} dataKey="avance" stroke="none" activeDot={false} isAnimationActive={false}
            dot={({ cx, cy, index }: { cx?: number; cy?: number; index: number }) => {
              const m = s.marcas[index]
              return m === undefined || cx === undefined || cy === undefined ? <g key={index} /> : (
                <g key={index} data-marca={`${i}-${index}`} className="grafico-marca" role="link" tabIndex={i === 0 && index === 0 ? 0 : -1} aria-label={decir(s, m)} transform={`translate(${cx} ${cy})`} stroke={color(i)} color={color(i)}>
                  <FormaMarca forma={formaDe(m.punto)} />
                </g>
              )
            }} />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
// What is read again and says the same is not drawn again.
}, (a, b) => JSON.stringify(a.series) === JSON.stringify(b.series))

const decir = (s: Serie, m: Marca): string => ALUMNO.punto(m.punto.fecha === null ? ALUMNO.sinFecha : formatInstante(m.punto.fecha), s.nombre, m.avance, m.punto.origen === 'sence' ? ALUMNO.soloSence : ALUMNO.resultados[m.punto.resultado])
