import { useState } from 'react'
import { Form } from 'react-aria-components'
import { formatRut, parseRut } from '../../../shared/domain/rut.ts'
import type { Perfil, PruebaConexion } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { CREDENCIALES } from '../../textos/inicio.ts'
import { CampoRut } from './campo-rut.tsx'
import { CampoToken } from './campo-token.tsx'
import { ComoObtener } from './como-obtener.tsx'
import { juzgarToken } from './formato.ts'
import { ResultadoPrueba } from './resultado-prueba.tsx'

interface Propiedades {
  perfil: Perfil | null
  cifradoDisponible: boolean
  textoGuardar: string
  alGuardar: () => void | Promise<void>
  /** Keeps them in another way than as those of the place on screen; null: it was told why not. */
  guardarCon?: (c: { rutOtec: string; token: string; nombre: string }) => Promise<{ tokenGuardado: boolean } | null>
  otras?: React.ReactNode
}

/** RUT and token: judged as they are typed, tested before or after saving, never shown back. */
export function FormularioCredenciales({ perfil, cifradoDisponible, textoGuardar, alGuardar, guardarCon, otras }: Propiedades) {
  const [nombre, setNombre] = useState(perfil?.nombre ?? '')
  const [rut, setRut] = useState(() => escrito(perfil?.rutOtec))
  const [token, setToken] = useState('')
  const [exigido, setExigido] = useState(false)
  const [prueba, setPrueba] = useState<PruebaConexion | null>(null)
  const [guardar, guardando] = useAccion('credenciales:guardar')
  const [probar, probando] = useAccion('credenciales:probar')

  /** What would be sent, or null after showing what is missing. */
  function completas(): { rutOtec: string; token: string } | null {
    const leido = parseRut(rut)
    if (leido.ok && juzgarToken(token).estado === 'bien') return { rutOtec: formatRut(leido.rut, 'guion'), token }
    setExigido(true)
    return null
  }

  async function alProbar(): Promise<void> {
    const c = completas()
    if (!c) return
    setPrueba(null)
    setPrueba(await probar(c))
  }

  async function alEnviar(): Promise<void> {
    const c = completas()
    const guardado = c && await (guardarCon ?? guardar)({ ...c, nombre: nombre.trim() })
    if (!guardado) return
    const { guardado: titulo, guardadoDetalle, soloSesion, soloSesionDetalle } = CREDENCIALES
    avisar(guardado.tokenGuardado ? { tono: 'exito', titulo, detalle: guardadoDetalle } : { tono: 'info', titulo: soloSesion, detalle: soloSesionDetalle })
    await alGuardar()
  }

  return (
    <Form className="pila formulario" onSubmit={e => { e.preventDefault(); void alEnviar() }}>
      <CampoRut valor={rut} alCambiar={v => { setRut(v); setPrueba(null) }} exigido={exigido} fijo={perfil !== null} />
      <CampoToken valor={token} alCambiar={v => { setToken(v); setPrueba(null) }} exigido={exigido} />
      <ComoObtener />
      <Campo etiqueta={CREDENCIALES.nombre} ayuda={CREDENCIALES.nombreAyuda} value={nombre} onChange={setNombre} maxLength={200} autoComplete="off" />
      {cifradoDisponible ? <p className="suave chico">{CREDENCIALES.protegido}</p> : (
        <Mensaje tono="aviso" titulo={CREDENCIALES.sinCifrado.titulo} icono="candadoAbierto">
          <p>{CREDENCIALES.sinCifrado.explicacion}</p>
          <p>{CREDENCIALES.sinCifrado.queHacer}</p>
        </Mensaje>
      )}
      {prueba && <ResultadoPrueba prueba={prueba} />}
      <div className="fila formulario-pie">
        <Boton variante="primario" type="submit" isPending={guardando}>{textoGuardar}</Boton>
        <Boton onPress={() => { void alProbar() }} isPending={probando}>{probando ? CREDENCIALES.probando : CREDENCIALES.probar}</Boton>
        {otras}
      </div>
    </Form>
  )
}

function escrito(rutOtec: string | undefined): string {
  const leido = rutOtec === undefined ? null : parseRut(rutOtec)
  return leido?.ok ? formatRut(leido.rut) : rutOtec ?? ''
}
