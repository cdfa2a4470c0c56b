import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from 'react-aria-components'

type Propiedades = Omit<TextFieldProps, 'children' | 'className'> & {
  etiqueta: string
  ayuda?: string
  /** Present: the field is invalid, and this says why. */
  error?: string | null
  /** Something good to say, when there is no error. */
  bien?: string | null
  marcador?: string
  mono?: boolean
  entrada?: React.Ref<HTMLInputElement>
  alFinal?: React.ReactNode
}

/** A text field with its label, help and error; the line below keeps its height, so that nothing jumps. */
export function Campo({ etiqueta, ayuda, error = null, bien = null, marcador, mono = false, entrada, alFinal, ...resto }: Propiedades) {
  return (
    <TextField {...resto} isInvalid={error !== null} validationBehavior="aria">
      <Label>{etiqueta}</Label>
      <div className="campo-fila">
        <Input {...(marcador === undefined ? {} : { placeholder: marcador })} {...(entrada === undefined ? {} : { ref: entrada })} className={mono ? 'react-aria-Input mono' : 'react-aria-Input'} />
        {alFinal}
      </div>
      <div className="campo-linea">
        {error !== null ? <FieldError>{error}</FieldError> : (
          <Text slot="description" {...(bien === null ? {} : { className: 'react-aria-Text campo-bien' })}>{bien ?? ayuda ?? ''}</Text>
        )}
      </div>
    </TextField>
  )
}
