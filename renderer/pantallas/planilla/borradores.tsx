import { useState } from 'react'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import { Boton, BotonIcono } from '../../componentes/boton.tsx'
import { Confirmar } from '../../componentes/dialogo.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { Insignia } from '../../componentes/insignia.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import type { Borradores as Lista } from '../../estado/use-trabajo.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { PLANILLA } from '../../textos/planilla.ts'

type Borrador = Lista[number]

/** Workbooks opened before, each as it was left. */
export function Borradores() {
  const { control } = useApp()
  const { datos, falla, recargar } = useConsulta('borrador:lista', {})
  const [porDescartar, setPorDescartar] = useState<Borrador | null>(null)
  const [descartar, descartando] = useAccion('borrador:descartar')
  const t = PLANILLA.borradores

  async function alDescartar(): Promise<void> {
    const listo = porDescartar && await descartar({ id: porDescartar.id })
    setPorDescartar(null)
    if (!listo) return
    avisar({ tono: 'exito', titulo: t.descartado, detalle: porDescartar.nombreArchivo })
    recargar()
  }

  return (
    <section className="pila-corta" aria-labelledby="borradores">
      <h2 id="borradores">{t.titulo}</h2>
      {falla && <MensajeFalla falla={falla} acciones={<Boton onPress={recargar}>{COMUNES.reintentar}</Boton>} />}
      {datos?.length === 0 && <p className="suave borradores-vacio">{t.vacio}</p>}
      {datos && datos.length > 0 && (
        <ul className="lista-borradores">
          {datos.map(b => (
            <li key={b.id}>
              <Icono nombre="planilla" />
              <div className="borrador-datos">
                <p className="cortado" title={b.nombreArchivo}>{b.nombreArchivo}</p>
                <p className="suave chico">{t.modificado(formatInstante(b.modificadoEn))}</p>
              </div>
              {b.enviado && <Insignia tono="exito" icono="visto">{t.enviado}</Insignia>}
              <Boton aria-label={t.continuar(b.nombreArchivo)} onPress={() => { void control.retomar(b.id) }}>{t.continuarCorto}</Boton>
              <BotonIcono nombre={t.descartar(b.nombreArchivo)} icono="basura" onPress={() => { setPorDescartar(b) }} />
            </li>
          ))}
        </ul>
      )}
      <Confirmar
        titulo={t.descartarTitulo} detalle={t.descartarDetalle(porDescartar?.nombreArchivo ?? '')} boton={t.descartarBoton} variante="peligro"
        abierto={porDescartar !== null} ocupado={descartando} alCerrar={() => { setPorDescartar(null) }} alConfirmar={() => { void alDescartar() }}
      />
    </section>
  )
}
