using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Puts what a message says into readings: everything that all kinds have in common.</summary>
internal sealed class RadioEnvelope(RadioVia via, Heard heard, int turn)
{
    private readonly string _native = RadioKeys.NativeId(heard);

    public RadioVia Via => via;

    public Heard Heard => heard;

    /// <param name="body">Without the members that all kinds have.</param>
    /// <param name="lane">Its queue.</param>
    /// <param name="time">By the device; null when it told none.</param>
    /// <param name="flags">Doubts of this kind.</param>
    public Reading Wrap(RadioBody body, Lane lane, DateTimeOffset? time = null, params IEnumerable<string?> flags)
    {
        string[] all = [.. flags.Append(heard.Message.IsVerified ? null : RadioFlags.Unverified).Append(heard.Content.Rest.IsEmpty ? null : RadioFlags.ExtraBytes).OfType<string>()];
        long? radio = body.RadioId ?? RadioKeys.RadioOf(heard);
        return new Reading
        {
            Device = via.Device,
            Driver = via.Driver,
            Lane = lane,
            Time = time ?? heard.Received,
            TimeFrom = time is null ? TimeOrigin.Gateway : TimeOrigin.Device,
            Received = heard.Received,
            DeviceOffsetMs = time is { } told ? (long)(told - heard.Received).TotalMilliseconds : null,
            RepeatKey = RadioKeys.RepeatKey(_native, heard, turn),
            Body = body with
            {
                RadioId = radio,
                RadioNumber = via.NumberOf(radio),
                Slot = heard.Slot,
                Flags = all.Length > 0 ? all : null,
                Source = new SourceInfo(_native),
            },
        };
    }
}
