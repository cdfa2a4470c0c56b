import { Boton } from '../../componentes/boton.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { AJUSTES } from '../../textos/ajustes.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { Seccion } from './seccion.tsx'

/** Whether what is kept here can be read by someone else who opens the disk. */
export function SeccionDatos() {
  const { estado } = useApp()
  const [mostrar] = useAccion('app:mostrarEnCarpeta')
  const t = AJUSTES.datos
  const cifrado = estado.diarioCifrado
  return (
    <Seccion titulo={t.titulo}>
      <Mensaje tono={cifrado ? 'exito' : 'aviso'} icono={cifrado ? 'candado' : 'candadoAbierto'} titulo={cifrado ? t.cifrado : t.sinCifrado}>
        <p>{cifrado ? t.cifradoDetalle : t.sinCifradoDetalle}</p>
      </Mensaje>
      {estado.noticias.map(n => (
        <Mensaje key={n.id} tono="aviso" titulo={n.titulo}>
          <p>{n.explicacion}</p>
          <p><strong>{COMUNES.queHacer}:</strong> {n.queHacer}</p>
        </Mensaje>
      ))}
      <div className="fila"><Boton icono="carpeta" onPress={() => { void mostrar({ que: 'datos' }) }}>{t.mostrar}</Boton></div>
    </Seccion>
  )
}
