using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>From what a TETRA terminal says to readings (pdt-radio.md sections 10 and 16).</summary>
/// <param name="device">Id from the configuration.</param>
/// <param name="labels">What the site calls status codes.</param>
/// <param name="zone">Of terminals that tell local time.</param>
internal sealed class TetraPeiMapping(string device, IReadOnlyDictionary<int, StatusLabel> labels, TimeSpan zone)
{
    public const string DriverName = "tetra-pei";

    /// <summary>EN 300 392-2: the one status with a meaning of its own. No capture confirms it.</summary>
    private const int EmergencyStatus = 0;

    /// <summary>The terminal's own number, as soon as it told it.</summary>
    public TetraIdentity? Own { get; set; }

    /// <returns>One reading, or null for reports and acknowledgements: those belong to our own messages.</returns>
    public Reading? ToReading(PeiSds sds, SdsContent content, DateTimeOffset received)
    {
        var flags = new TetraFlags();
        flags.Add(sds.LengthDiffers, "LENGTH_DIFFERS");
        RadioBody? body = content switch
        {
            SdsText text => Message(sds, text, received, flags),
            SdsStatus status => new RadioStatusBody { StatusCode = status.Value, Label = labels.GetValueOrDefault(status.Value)?.Text, Target = TargetOf(sds, flags) },
            SdsPlace place => TetraPlaces.Body(place.Report, flags),
            SdsRaw raw => Raw(sds, raw, flags),
            _ => null,
        };
        return body is null ? null : Envelope(Named(body, sds, flags), content is SdsPlace ? Lane.Telemetry : Lane.Event, received);
    }

    /// <returns>What the message says about an emergency, or null.</returns>
    public EmergencySign? SignOf(PeiSds sds, SdsContent content) => content switch
    {
        SdsPlace { Report: { Reason: LipShort.Emergency } report } => new EmergencySign(EmergencySign.Alarm, false, "LIP reason 2") { Position = TetraPlaces.Position(report) },
        SdsStatus status when labels.TryGetValue(status.Value, out var label) =>
            label.Emergency ? new EmergencySign(EmergencySign.Alarm, false, FormattableString.Invariant($"status {status.Value:x4}")) { Target = TetraNames.Target(sds.Header.To, Own) } : null,
        SdsStatus { Value: EmergencyStatus } => new EmergencySign(EmergencySign.Alarm, false, "status 0000", Verified: false) { Target = TetraNames.Target(sds.Header.To, Own) },
        _ => null,
    };

    /// <summary>An alarm that belongs to another message.</summary>
    public Reading Emergency(RadioEmergencyBody body, string native, DateTimeOffset received) =>
        Envelope(body with { Source = new SourceInfo(native + "~emergency") }, Lane.Alarm, received);

    public Reading Signal(int value, DateTimeOffset received) => Envelope(
        new RadioSignalBody { RadioId = Own?.Id, Scale = "csq", Value = value == 99 ? null : value, Dbm = value is >= 0 and <= 31 ? -113 + (2 * value) : null }, Lane.Telemetry, received);

    public Reading Call(RadioCallBody body, string native, DateTimeOffset received) => Envelope(body with { Source = new SourceInfo(native) }, Lane.Event, received) with
    {
        // An instance is used again for the next call.
        RepeatKey = FormattableString.Invariant($"{native}\n{received.UtcTicks}"),
    };

    public Reading Delivery(RadioDeliveryBody body, string native, DateTimeOffset received) => Envelope(body with { Source = new SourceInfo(native) }, Lane.Event, received);

    private Reading Envelope(RadioBody body, Lane lane, DateTimeOffset received) => Reading.OfReceipt(device, DriverName, lane, received, body) with
    {
        RepeatKey = body.Source?.NativeId is { } native ? TetraNames.RepeatKey(native, received) : null,
    };

    private static RadioBody Named(RadioBody body, PeiSds sds, TetraFlags flags) => body with
    {
        RadioId = sds.Header.From?.Id,
        Source = new SourceInfo(TetraNames.NativeId(sds), Time: (body as RadioMessageBody)?.Source?.Time),
        Flags = flags.OrNull(),
    };

    private RadioMessageBody Message(PeiSds sds, SdsText text, DateTimeOffset received, TetraFlags flags)
    {
        var sent = text.Stamp?.Near(received, zone);
        flags.Add(text.Text is null, "CODING_UNKNOWN");
        flags.Add(text.Stamp is not null && sent is null, "TIME_FORMAT");
        flags.Add(text.Part is not null, FormattableString.Invariant($"PART_{text.Part?.Number}_OF_{text.Part?.Count}"));
        return new RadioMessageBody
        {
            Target = TargetOf(sds, flags),
            Text = text.Text,
            Hex = text.Text is null ? Convert.ToHexStringLower(text.Bytes.Span) : null,
            RequestId = text.Transfer is { } transfer ? FormattableString.Invariant($"{transfer.Reference:x8}") : null,
            Confirmed = text.Transfer is { } wanted ? wanted.WantsReceived || wanted.WantsConsumed : null,
            SentAt = sent,
            Source = text.Stamp is { } stamp ? new SourceInfo(Time: FormattableString.Invariant($"{stamp.Month:00}-{stamp.Day:00} {stamp.Hour:00}:{stamp.Minute:00}")) : null,
        };
    }

    private RadioMessageBody Raw(PeiSds sds, SdsRaw raw, TetraFlags flags)
    {
        flags.Add(true, raw.Why.ToUpperInvariant().Replace('-', '_'));
        return new RadioMessageBody { Target = TargetOf(sds, flags), Text = raw.Text, Hex = Convert.ToHexStringLower(raw.Bytes.Span) };
    }

    private RadioIdentity TargetOf(PeiSds sds, TetraFlags flags)
    {
        flags.Add(Own is null, "TARGET_KIND_GUESSED");
        return TetraNames.Target(sds.Header.To, Own);
    }
}
