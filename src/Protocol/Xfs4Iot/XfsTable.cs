namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>The values of a status that are taken (kiosk.md sections 2.1 and 2.2). What does not stand here is not kept.</summary>
internal static class XfsTable
{
    private const string Text = """
        common.device                       Info    online offline powerOff noDevice hardwareError userError deviceBusy fraudAttempt potentialFraud starting
        common.devicePosition               Info    inPosition notInPosition unknown
        common.powerSaveRecoveryTime        Number
        common.antiFraudModule              Part    ok inoperable deviceDetected unknown
        common.exchange                     Info    active inactive
        common.endToEndSecurity             Info    notEnforced notConfigured enforced
        common.persistentDataStore.remaining Number
        cardReader.media                    Part    unknown present notPresent jammed entering latched
        cardReader.chipPower                Info    unknown online busy poweredOff noDevice hardwareError noCard
        cardReader.chipModule               Part    ok inoperable unknown
        cardReader.magWriteModule           Part    ok inoperable unknown
        cardReader.frontImageModule         Part    ok inoperable unknown
        cardReader.backImageModule          Part    ok inoperable unknown
        cardReader.security                 Info    notReady open
        printer.media                       Part    unknown present notPresent jammed entering retracted
        printer.paper.*                     Supply  unknown full low out jammed
        printer.toner                       Supply  unknown full low out
        printer.ink                         Supply  unknown full low out
        printer.lamp                        Part    unknown ok fading inop
        printer.mediaOnStacker              Number
        printer.paperType                   Info    unknown single dual
        printer.paperType.*                 Info    unknown single dual
        printer.blackMarkMode               Info    unknown on off
        printer.retractBins.*.state         Bin     ok full high missing unknown
        printer.retractBins.*.count         Number
        camera.media.*                      Bin     ok high full unknown
        camera.cameras.*                    Part    ok inop unknown
        camera.pictures.*                   Number
        barcodeReader.scanner               Part    on off inoperative unknown
        biometric.subject                   Info    present notPresent unknown
        biometric.capture                   Flag
        biometric.dataPersistence           Info    persist clear
        biometric.remainingStorage          Number
        keyManagement.encryptionState       Info    ready notReady notInitialized busy undefined initialized
        keyManagement.certificateState      Info    unknown primary secondary notReady
        keyboard.autoBeepMode.activeAvailable Flag
        keyboard.autoBeepMode.inactiveAvailable Flag
        cashAcceptor.intermediateStacker    Bin     empty notEmpty full unknown
        cashAcceptor.stackerItems           Info    customerAccess noCustomerAccess accessUnknown noItems
        cashAcceptor.banknoteReader         Part    ok inoperable unknown
        cashAcceptor.dropBox                Flag
        cashAcceptor.positions.*.shutter    Part    closed open jammedOpen jammedPartiallyOpen jammedClosed jammedUnknown jammed unknown
        cashAcceptor.positions.*.positionStatus Info empty notEmpty unknown foreignItems
        cashAcceptor.positions.*.transport  Part    ok inoperable unknown
        cashAcceptor.positions.*.transportStatus Info empty notEmpty notEmptyCustomer unknown
        cashManagement.acceptor             Part    ok attention stop unknown
        cashManagement.dispenser            Part    ok attention stop unknown
        check.acceptor                      Part    ok attention stop unknown
        check.media                         Part    present notPresent jammed position unknown
        check.toner                         Supply  full low out unknown
        check.ink                           Supply  full low out unknown
        check.frontImageScanner             Part    ok fading inoperative unknown
        check.backImageScanner              Part    ok fading inoperative unknown
        check.mICRReader                    Part    ok fading inoperative unknown
        check.stacker                       Bin     empty notEmpty full unknown
        check.rebuncher                     Bin     empty notEmpty full unknown
        check.mediaFeeder                   Part    empty notEmpty inoperative unknown
        check.positions.*.shutter           Part    closed open jammed unknown
        check.positions.*.positionStatus    Info    empty notEmpty unknown
        check.positions.*.transport         Part    ok inoperative unknown
        check.positions.*.transportMediaStatus Info empty notEmpty unknown
        auxiliaries.operatorSwitch          Info    run maintenance supervisor
        auxiliaries.cabinetDoor             Door    closed open locked bolted tampered
        auxiliaries.cabinetFrontDoor        Door    closed open locked bolted tampered
        auxiliaries.cabinetRearDoor         Door    closed open locked bolted tampered
        auxiliaries.cabinetLeftDoor         Door    closed open locked bolted tampered
        auxiliaries.cabinetRightDoor        Door    closed open locked bolted tampered
        auxiliaries.safeDoor                Door    closed open locked bolted tampered
        auxiliaries.vandalShield            Part    closed open locked service keyboard partiallyOpen jammed tampered
        auxiliaries.tamperSensor            Sensor  on off
        auxiliaries.internalTamperSensor    Sensor  on off
        auxiliaries.seismicSensor           Sensor  on off
        auxiliaries.heatSensor              Sensor  on off
        auxiliaries.proximitySensor         Info    present notPresent
        auxiliaries.heating                 Info    on off
        auxiliaries.volume                  Number
        auxiliaries.audibleAlarm            Info    on off
        auxiliaries.UPS.low                 Flag
        auxiliaries.UPS.engaged             Flag
        auxiliaries.UPS.powering            Flag
        auxiliaries.UPS.recovered           Flag
        vendorMode.service                  Info    enterPending active exitPending inactive
        """;

    private static readonly Dictionary<string, XfsRow> s_rows = Rows().ToDictionary(row => row.Path, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every beginning of a path, by which one goes down.</summary>
    private static readonly Dictionary<string, string> s_nodes = s_rows.Keys.SelectMany(Beginnings).Distinct().ToDictionary(path => path, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null for a pattern that is no value.</returns>
    public static XfsRow? Row(string pattern) => s_rows.GetValueOrDefault(pattern);

    /// <summary>A point in a name would look like two steps of a path, of which only the last would be kept.</summary>
    /// <returns>The pattern of a member as the table spells it; null when it is not taken.</returns>
    public static string? Below(string? pattern, string name)
    {
        string start = pattern is null ? string.Empty : pattern + ".";
        return (name.AsSpan().ContainsAny('.', '*') ? null : s_nodes.GetValueOrDefault(start + name)) ?? s_nodes.GetValueOrDefault(start + "*");
    }

    /// <returns>What a path that is kept means.</returns>
    public static XfsRow RowOf(string path)
    {
        string? pattern = null;
        foreach (string step in path.Split('.'))
        {
            pattern = Below(pattern, step);
        }

        return s_rows[pattern!];
    }

    private static IEnumerable<string> Beginnings(string path)
    {
        for (int end = path.IndexOf('.', StringComparison.Ordinal); end >= 0; end = path.IndexOf('.', end + 1))
        {
            yield return path[..end];
        }

        yield return path;
    }

    private static IEnumerable<XfsRow> Rows() => Text.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(parts => new XfsRow(parts[0], Enum.Parse<XfsRole>(parts[1].Trim()), [.. parts[2..].Select(word => word.Trim())]));
}
