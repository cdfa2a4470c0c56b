import { useRef, useState } from 'react'
import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { formatFecha, formatInstante, hoyEnSantiago } from '../../../shared/domain/fecha.ts'
import type { PuntoAlumno } from '../../../shared/ipc/modelos-personas.ts'
import { ALUMNO } from '../../textos/personas.ts'
import { FormaMarca, formaDe } from './forma-marca.tsx'
import { enLinea, mover, type Marca, type Serie } from './series.ts'

const COLORES = 6
const TRAZOS = ['', '7 4', '2 3', '10 3 2 3', '14 5', '5 2 2 2 2 2'] as const
const color = (s: number): string => `var(--color-serie-${(s % COLORES) + 1})`
const ALTO = 340
const letra = { fill: 'var(--color-texto-suave)', fontSize: 12 }

/** A plot by time whose marks are gone through with the arrows; each leads to its send. Nothing in it moves by itself. */
export function GraficoAvance({ nombre, series, alAbrir }: { nombre: string; series: readonly Serie[]; alAbrir: (p: PuntoAlumno) => void }) {
  const marco = useRef<HTMLDivElement>(null)
  const [en, setEn] = useState<readonly [number, number]>([0, 0])
  const actual = series[en[0]]?.marcas[en[1]]
  const tecla = (e: React.KeyboardEvent): void => {
    const a = mover(series, en, e.key)
    if (a === null) return
    e.preventDefault()
    setEn(a)
    marco.current?.querySelector<SVGElement>(`[data-marca="${a.join('-')}"]`)?.focus()
  }
  return (
    <div ref={marco} className="grafico" role="group" aria-label={nombre} onKeyDown={tecla}>
      <ResponsiveContainer width="100%" height={ALTO}>
        <LineChart accessibilityLayer={false} margin={{ top: 12, right: 20, bottom: 4, left: 0 }}>
          <CartesianGrid stroke="var(--color-borde)" vertical={false} />
          <XAxis dataKey="ms" type="number" scale="time" domain={['dataMin', 'dataMax']} padding={{ left: 12, right: 12 }} tick={letra} stroke="var(--color-borde-fuerte)" minTickGap={36} allowDuplicatedCategory={false} tickFormatter={(ms: number) => formatFecha(hoyEnSantiago(new Date(ms)))} />
          <YAxis domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} tick={letra} stroke="var(--color-borde-fuerte)" width={48} unit=" %" />
          {series.map((s, i) => <Line key={s.nombre} data={s.marcas.filter(enLinea)} dataKey="avance" stroke={color(i)} strokeWidth={i === 0 ? 3 : 1.75} strokeDasharray={TRAZOS[i % TRAZOS.length] ?? ''} dot={false} activeDot={false} isAnimationActive={false} type="linear" />)}
          {series.map((s, i) => (
            <Line key={`${s.nombre} marks`} data={s.marcas} dataKey="avance" stroke="none" activeDot={false} isAnimationActive={false}
              dot={({ cx, cy, index }: { cx?: number; cy?: number; index: number }) => {
                const m = s.marcas[index]
                return m === undefined || cx === undefined || cy === undefined ? <g key={index} /> : (
                  <g key={index} data-marca={`${i}-${index}`} className="grafico-marca" role="link" tabIndex={en[0] === i && en[1] === index ? 0 : -1} aria-label={decir(s, m)} transform={`translate(${cx} ${cy})`} stroke={color(i)} color={color(i)}
                    onFocus={() => { setEn([i, index]) }} onMouseEnter={() => { setEn([i, index]) }} onClick={() => { alAbrir(m.punto) }} onKeyDown={e => { if (e.key === 'Enter') alAbrir(m.punto) }}>
                    <FormaMarca forma={formaDe(m.punto)} />
                  </g>
                )
              }} />
          ))}
        </LineChart>
      </ResponsiveContainer>
      <p className="grafico-detalle">{actual !== undefined && series[en[0]] !== undefined ? decir(series[en[0]] ?? { nombre: '', marcas: [] }, actual) : ''}</p>
      <ul className="grafico-leyenda">
        {series.map((s, i) => <li key={s.nombre}><svg width="34" height="10" aria-hidden="true"><line x1="0" y1="5" x2="34" y2="5" stroke={color(i)} strokeWidth={i === 0 ? 3 : 1.75} strokeDasharray={TRAZOS[i % TRAZOS.length] ?? ''} /></svg><span>{s.nombre}</span></li>)}
      </ul>
    </div>
  )
}

const decir = (s: Serie, m: Marca): string => ALUMNO.punto(m.punto.fecha === null ? ALUMNO.sinFecha : formatInstante(m.punto.fecha), s.nombre, m.avance, m.punto.origen === 'sence' ? ALUMNO.soloSence : ALUMNO.resultados[m.punto.resultado])
