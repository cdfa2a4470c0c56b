; What electron-builder's Windows installer does not do by itself. Compiled in the tests (test/adapter/build/instalador.test.ts).

; "Abrir con": offers the program for workbooks without taking them from the spreadsheet that the person uses.
!macro ofrecer EXT
  WriteRegStr SHCTX "Software\Classes\${EXT}\OpenWithProgids" "PuenteSIC.Planilla" ""
!macroend
!macro retirar EXT
  DeleteRegValue SHCTX "Software\Classes\${EXT}\OpenWithProgids" "PuenteSIC.Planilla"
!macroend

; Where Windows looks for a person's own commands. A file there, and no change of PATH that an uninstall could spoil.
!define ORDEN "$LOCALAPPDATA\Microsoft\WindowsApps\puente-sic.cmd"

!macro customInstall
  WriteRegStr SHCTX "Software\Classes\PuenteSIC.Planilla" "" "Planilla para Puente SIC"
  WriteRegStr SHCTX "Software\Classes\PuenteSIC.Planilla" "FriendlyTypeName" "Planilla para Puente SIC"
  WriteRegStr SHCTX "Software\Classes\PuenteSIC.Planilla\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\PuenteSIC.Planilla\shell\open" "FriendlyAppName" "Puente SIC"
  WriteRegStr SHCTX "Software\Classes\PuenteSIC.Planilla\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro ofrecer ".xlsx"
  !insertmacro ofrecer ".xls"
  !insertmacro ofrecer ".ods"
  !insertmacro ofrecer ".csv"
  ClearErrors
  FileOpen $R0 "${ORDEN}" w
  ${IfNot} ${Errors}
    FileWrite $R0 '@"$INSTDIR\${APP_EXECUTABLE_FILENAME}" %*$\r$\n'
    FileClose $R0
  ${EndIf}
!macroend

!macro customUnInstall
  !insertmacro retirar ".xlsx"
  !insertmacro retirar ".xls"
  !insertmacro retirar ".ods"
  !insertmacro retirar ".csv"
  DeleteRegKey SHCTX "Software\Classes\PuenteSIC.Planilla"
  Delete "${ORDEN}"

  ; An update uninstalls too, and nobody is there to answer; nor is anybody when it was called with /S. Both keep the data.
  ${IfNot} ${isUpdated}
    ClearErrors
    ${GetParameters} $R0
    ${GetOptions} $R0 "/S" $R1
    ${If} ${Errors}
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON1 "¿Conservar sus planillas en curso, los envíos guardados y las credenciales?$\r$\n$\r$\nSí: quedan en este computador, y al instalar Puente SIC otra vez estarán como hoy.$\r$\nNo: se borran. Lo que SENCE recibió no cambia, pero la prueba de qué se envió se pierde." IDYES conservar
        SetShellVarContext current
        RMDir /r "$APPDATA\${PRODUCT_NAME}"
      conservar:
    ${EndIf}
  ${EndIf}
!macroend
