/** Everything that a backup can refuse, in words. Exhaustive: a new refusal without words does not compile. */
import type { Noticia } from '../../shared/ipc/modelos.ts'
import type { Falla } from '../../shared/ipc/result.ts'

export type FallaRespaldo =
  | 'no-es-respaldo' | 'version-nueva' | 'otra-clave' | 'otro-equipo' | 'danado' | 'en-uso' | 'sin-espacio' | 'no-alcanza' | 'imprevista'
  | 'sin-otec' | 'sin-llave' | 'frase-corta' | 'respaldo-no-elegido' | 'confirmacion-otra' | 'sin-copia-previa'

type Textos = Omit<Falla, 'codigo' | 'incidente'>
const TEXTOS: Readonly<Record<FallaRespaldo, Textos>> = {
  'no-es-respaldo': { titulo: 'Ese archivo no es un respaldo de Puente SIC', explicacion: 'No se cambió nada.', queHacer: 'Elija un archivo que termine en «.respaldo».' },
  'version-nueva': { titulo: 'El respaldo es de una versión más nueva', explicacion: 'Este Puente SIC no sabe leerlo. No se cambió nada.', queHacer: 'Instale la última versión de Puente SIC y vuelva a intentarlo.' },
  'otra-clave': { titulo: 'La frase no abre este respaldo', explicacion: 'Está escrita de otra forma, o el respaldo se hizo con otra frase. No se cambió nada.', queHacer: 'Escríbala otra vez, con las mismas mayúsculas, tildes y espacios.' },
  'otro-equipo': { titulo: 'Este respaldo solo se abre en el computador donde se hizo', explicacion: 'Cuando se hizo no había una frase de respaldo. No se cambió nada.', queHacer: 'Ábralo en ese computador, o elija uno hecho con frase.' },
  danado: { titulo: 'El respaldo está dañado', explicacion: 'Le falta una parte o cambió desde que se hizo: puede ser una copia a medias. No se cambió nada.', queHacer: 'Cópielo otra vez desde donde lo guarda, o elija otro respaldo.' },
  'en-uso': { titulo: 'Otra copia de Puente SIC está usando esa OTEC', explicacion: 'No se cambió nada.', queHacer: 'Ciérrela y vuelva a intentarlo.' },
  'sin-espacio': { titulo: 'No hay espacio en el disco', explicacion: 'No se guardó nada a medias, y lo que había sigue igual.', queHacer: 'Libere espacio o elija otra carpeta, y vuelva a intentarlo.' },
  'no-alcanza': { titulo: 'No se puede usar esa carpeta', explicacion: 'No está, o no deja escribir: puede ser una unidad USB o de red desconectada. Sus datos siguen igual.', queHacer: 'Conéctela, o elija otra carpeta en Ajustes → Respaldos.' },
  imprevista: { titulo: 'No se pudo terminar', explicacion: 'Ocurrió un problema que no esperábamos. Sus datos siguen como estaban.', queHacer: 'Inténtelo otra vez. Si se repite, pida ayuda con el código del incidente.' },
  'sin-otec': { titulo: 'Todavía no hay una OTEC que respaldar', explicacion: 'Los datos de práctica no se respaldan.', queHacer: 'Conecte su OTEC y vuelva a intentarlo.' },
  'sin-llave': { titulo: 'Este computador no puede guardar la clave de los respaldos', explicacion: 'No ofrece un almacén de claves, y sin clave el respaldo se podría leer.', queHacer: 'Desbloquee el almacén de claves del sistema y abra Puente SIC otra vez.' },
  'frase-corta': { titulo: 'La frase es muy corta', explicacion: 'Quien tenga el archivo podría adivinarla.', queHacer: 'Use al menos 12 caracteres: cuatro palabras que no vayan juntas sirven bien.' },
  'respaldo-no-elegido': { titulo: 'Ese respaldo ya no es el elegido', explicacion: 'No se cambió nada.', queHacer: 'Elija el archivo otra vez.' },
  'confirmacion-otra': { titulo: 'El RUT no calza', explicacion: 'No se restauró nada.', queHacer: 'Escriba el RUT de la OTEC que se va a reemplazar.' },
  'sin-copia-previa': { titulo: 'No se restauró nada', explicacion: 'Antes de reemplazar se guarda una copia de lo que hay, y esa copia no se pudo hacer.', queHacer: 'Revise que haya espacio en el disco y vuelva a intentarlo.' },
}

export const fallaDeRespaldo = (codigo: FallaRespaldo, incidente?: string): Falla => ({ codigo: `respaldo-${codigo}`, ...TEXTOS[codigo], ...(incidente === undefined ? {} : { incidente }) })

/** Told where the person works: who never opens the settings would learn it on the day that the disk dies. */
export const noticiaSinRespaldo = (causa: FallaRespaldo, dia: string): Noticia => ({
  id: `respaldo-${causa}-${dia}`, titulo: 'No se pudo hacer el respaldo automático', explicacion: TEXTOS[causa].titulo === TEXTOS.imprevista.titulo ? 'Se volverá a intentar solo.' : `${TEXTOS[causa].titulo}. Se volverá a intentar solo.`,
  queHacer: TEXTOS[causa].queHacer,
})
