import { Boton } from '../../componentes/boton.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useApp } from '../../estado/contexto.ts'
import { nombreDeOtec } from '../../estado/otec.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { PERFILES } from '../../textos/perfiles.ts'
import { FormularioCredenciales } from './formulario-credenciales.tsx'

/** Another OTEC beside those that are kept; she becomes the one at work. */
export function AgregarOtec({ abierto, alCerrar }: { abierto: boolean; alCerrar: () => void }) {
  const { estado, ponerEstado } = useApp()
  const [agregar] = useAccion('perfiles:agregar')
  return (
    <Dialogo titulo={PERFILES.agregarTitulo} abierto={abierto} alCerrar={alCerrar}>
      <p className="suave">{PERFILES.agregarIntro}</p>
      <FormularioCredenciales
        perfil={null} cifradoDisponible={estado.cifradoDisponible} textoGuardar={PERFILES.agregarBoton}
        guardarCon={async c => {
          const nuevo = await agregar(c)
          if (nuevo === null) return null
          alCerrar()
          ponerEstado(nuevo)
          if (nuevo.perfil) avisar({ tono: 'info', titulo: PERFILES.ahora(nombreDeOtec(nuevo.perfil)) })
          return { tokenGuardado: nuevo.perfil?.tokenGuardado ?? false }
        }}
        alGuardar={() => undefined}
        otras={<Boton variante="fantasma" onPress={alCerrar}>{COMUNES.cancelar}</Boton>}
      />
    </Dialogo>
  )
}
