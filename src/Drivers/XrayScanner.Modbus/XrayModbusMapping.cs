using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>From registers to readings (xray.md sections 3.3 and 5). No clock: a controller tells no time, so everything is of the moment of its answer.</summary>
internal static class XrayModbusMapping
{
    public const string DriverName = "xray-modbus";

    public static Reading State(string device, string unit, BeltView view, StateWord word, bool isGood, DateTimeOffset at) => Envelope(device, word.Lane, at, new ScannerStateBody
    {
        Unit = unit,
        Quality = isGood ? "good" : "bad",
        Belt = Belt(view.Flag(BeltPointNames.BeltForward), view.Flag(BeltPointNames.BeltReverse)),
        BeltSpeedMs = Rounded(view.Number(BeltPointNames.BeltSpeed)),
        EmergencyStop = view.Flag(BeltPointNames.EmergencyStop),
        InterlockClosed = view.Flag(BeltPointNames.InterlockClosed),
        CurtainInPlace = view.Flag(BeltPointNames.CurtainOk),
        XrayOn = view.Flag(BeltPointNames.XrayOn),
        XrayReady = view.Flag(BeltPointNames.XrayReady),
        TubeVoltageKv = Rounded(view.Number(BeltPointNames.TubeVoltage)),
        TubeCurrentMa = Rounded(view.Number(BeltPointNames.TubeCurrent)),
        TubeTemperatureC = Rounded(view.Number(BeltPointNames.TubeTemperature)),
        CabinetTemperatureC = Rounded(view.Number(BeltPointNames.CabinetTemperature)),
        DoseRateUsvH = Rounded(view.Number(BeltPointNames.DoseRate)),
        XrayOnTimeS = view.Whole(BeltPointNames.XrayOnTime),
        ParcelCount = view.Whole(BeltPointNames.ParcelCount),
        AlarmCount = view.Whole(BeltPointNames.AlarmCount),
        FaultCode = view.Whole(BeltPointNames.FaultCode) is { } code and >= int.MinValue and <= int.MaxValue ? (int)code : null,
        Faults = view.Faults(),
        Changed = word.Changed,
        Points = Others(view),
    });

    public static Reading Parcel(string device, string unit, ParcelStatement told)
    {
        string machine = Verdict(told.Decision);
        string result = told.Operator is { } said ? Verdict(said) : machine;
        string[] flags = Flags(told);
        string? code = told.Flags.Contains(ParcelFlags.BarcodeRepeated) ? null : Label(told.Barcode);
        return Envelope(device, result == ParcelWords.Alarm ? Lane.Alarm : Lane.Event, told.At, new ParcelInspectionBody
        {
            Origin = ParcelWords.Modbus,
            Result = result,
            MachineResult = told.Operator is null || told.Decision is null ? null : machine,
            OperatorResult = told.Operator is null ? null : result,
            OperatorTime = told.Operator is null ? null : told.At,
            Scan = new ParcelScan { Sequence = told.Sequence },
            WaybillNo = code,
            Barcodes = code is null ? null : [code],
            Flags = flags.Length > 0 ? flags : null,
            Source = new SourceInfo(FormattableString.Invariant($"{unit}/{told.Sequence}{(told.Operator is null ? "" : "/operator")}")),
        }) with
        {
            RepeatKey = told.Key,
        };
    }

    private static Reading Envelope(string device, Lane lane, DateTimeOffset at, ReadingBody body) => Reading.OfReceipt(device, DriverName, lane, at, body);

    /// <summary>Both at once cannot be: nothing is said of the belt, and both bits go out under their names.</summary>
    private static string? Belt(bool? forward, bool? reverse) => (forward, reverse) switch
    {
        (null, _) or (true, true) => null,
        (true, _) => "forward",
        (_, true) => "reverse",
        _ => "stopped",
    };

    private static Dictionary<string, object>? Others(BeltView view)
    {
        bool contradicts = view.Flag(BeltPointNames.BeltForward) == true && view.Flag(BeltPointNames.BeltReverse) == true;
        var others = view.Known
            .Where(name => !BeltPointNames.HasField(name) || (contradicts && name is BeltPointNames.BeltForward or BeltPointNames.BeltReverse))
            .ToDictionary(name => name, name => view.Of(name)!.Plain, StringComparer.Ordinal);
        return others.Count > 0 ? others : null;
    }

    private static string Verdict(int? decision) => decision switch
    {
        1 => ParcelWords.Clear,
        2 => ParcelWords.Alarm,
        _ => ParcelWords.Unknown,
    };

    private static string[] Flags(ParcelStatement told)
    {
        string?[] more =
        [
            (told.Operator ?? told.Decision) is { } said and (< 0 or > 3) ? ParcelFlags.Unknown(said) : null,
            told.Barcode is not null && Label(told.Barcode) is null ? ParcelFlags.BarcodeUnreadable : null,
        ];
        return [.. told.Flags, .. more.OfType<string>()];
    }

    /// <summary>Printable and without blanks, as every label is; the codec shows other bytes as <c>\xNN</c>, which no label has.</summary>
    private static string? Label(string? text) => text is not null && text.All(letter => letter is > ' ' and <= '~' and not '\\') ? text : null;

    /// <summary>Single precision has seven digits: 0.2 is not 0.20000000298.</summary>
    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 4) : null;
}
