import { Boton } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { useApp } from '../../estado/contexto.ts'
import type { Trabajo } from '../../estado/trabajo.ts'
import { PASOS, PLANILLA } from '../../textos/planilla.ts'

/** Which workbook this is, where in the way it stands, and the way out. */
export function BarraPasos({ trabajo }: { trabajo: Extract<Trabajo, { resumen: unknown }> }) {
  const { control } = useApp()
  const actual = PASOS.pasos.findIndex(p => p.etapa === trabajo.etapa)
  return (
    <div className="pasos">
      <Icono nombre="planilla" />
      <p className="pasos-archivo cortado" title={trabajo.resumen.nombreArchivo}>{trabajo.resumen.nombreArchivo}</p>
      <ol className="pasos-lista" aria-label={PASOS.nombre}>
        {PASOS.pasos.map((p, i) => (
          <li key={p.titulo} data-estado={i < actual ? 'hecho' : i === actual ? 'actual' : 'falta'} {...(i === actual ? { 'aria-current': 'step' as const } : {})}>
            <span className="pasos-numero" aria-hidden="true">{i < actual ? <Icono nombre="visto" tamano={12} /> : i + 1}</span>
            <span className="pasos-titulo">{p.titulo}</span>
          </li>
        ))}
      </ol>
      {/* The answer has it at its foot, as what is to be done next. */}
      {trabajo.etapa !== 'respuesta' && <Boton variante="fantasma" isDisabled={trabajo.etapa === 'enviando'} onPress={() => { control.hecho({ tipo: 'cerrar' }) }}>{PLANILLA.otra}</Boton>}
    </div>
  )
}
