import { useEffect, useState } from 'react'
import { Boton } from '../../componentes/boton.tsx'
import { Confirmar, Dialogo } from '../../componentes/dialogo.tsx'
import { Insignia } from '../../componentes/insignia.tsx'
import { avisar } from '../../estado/avisos.ts'
import { enPractica, useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { AJUSTES } from '../../textos/ajustes.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { CREDENCIALES } from '../../textos/inicio.ts'
import { FormularioCredenciales } from '../credenciales/formulario-credenciales.tsx'
import { FichaOtec } from './ficha-otec.tsx'
import { Seccion } from './seccion.tsx'

/** Credentials of the OTEC: shown by their ends, replaced or forgotten, never read back. */
export function SeccionOtec({ conectar }: { conectar: boolean }) {
  const { estado, recargar } = useApp()
  const { perfil, cifradoDisponible } = estado
  const [editando, setEditando] = useState(false)
  const [olvidando, setOlvidando] = useState(false)
  const [olvidar, ocupado] = useAccion('credenciales:olvidar')
  const practica = enPractica(estado)
  const t = AJUSTES.otec
  useEffect(() => { if (conectar && !practica) setEditando(true) }, [conectar, practica])

  async function alOlvidar(): Promise<void> {
    const listo = await olvidar({})
    setOlvidando(false)
    if (!listo) return
    avisar({ tono: 'exito', titulo: t.olvidado })
    await recargar()
  }

  return (
    <Seccion titulo={t.titulo}>
      {practica && <p className="suave">{t.practica}</p>}
      {perfil ? <FichaOtec perfil={perfil} marca={practica ? null : <Insignia tono={perfil.tokenGuardado ? 'exito' : 'aviso'} icono={perfil.tokenGuardado ? 'candado' : 'candadoAbierto'}>{perfil.tokenGuardado ? t.guardadoCifrado : t.soloSesion}</Insignia>} /> : <p className="suave">{t.sinPerfil}</p>}
      {!practica && (
        <div className="fila">
          <Boton variante={perfil ? 'secundario' : 'primario'} onPress={() => { setEditando(true) }}>{perfil ? t.reemplazar : t.conectar}</Boton>
          {perfil !== null && perfil.tokenFinal !== null && <Boton variante="peligro" onPress={() => { setOlvidando(true) }}>{t.olvidar}</Boton>}
        </div>
      )}
      <Dialogo titulo={perfil ? t.reemplazarTitulo : t.conectar} abierto={editando} alCerrar={() => { setEditando(false) }}>
        <FormularioCredenciales
          perfil={perfil} cifradoDisponible={cifradoDisponible} textoGuardar={CREDENCIALES.guardarCambios}
          alGuardar={async () => { setEditando(false); await recargar() }}
          otras={<Boton variante="fantasma" onPress={() => { setEditando(false) }}>{COMUNES.cancelar}</Boton>}
        />
      </Dialogo>
      <Confirmar titulo={t.olvidarTitulo} detalle={t.olvidarDetalle} boton={t.olvidarBoton} variante="peligro" abierto={olvidando} ocupado={ocupado} alCerrar={() => { setOlvidando(false) }} alConfirmar={() => { void alOlvidar() }} />
    </Seccion>
  )
}
